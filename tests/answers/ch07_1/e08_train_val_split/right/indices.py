import numpy as np
from sklearn.model_selection import train_test_split


def split(scaled, target):
    # 인덱스를 먼저 나눈다
    idx = np.arange(len(scaled))
    train_idx, val_idx = train_test_split(idx, train_size=0.8, random_state=42)
    return scaled[train_idx], scaled[val_idx], target[train_idx], target[val_idx]
