import numpy as np


def standardize(train_flat, test_flat):
    mean = np.mean(train_flat, axis=0)
    std = np.std(train_flat, axis=0)
    std = np.where(std == 0, 1, std)     # 0으로 나누지 않기
    return (train_flat - mean) / std, (test_flat - mean) / std
