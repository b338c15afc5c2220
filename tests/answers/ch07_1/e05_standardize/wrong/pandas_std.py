# check: test_standardizes_the_training_part
# hint: sample_deviation
import numpy as np

def standardize(train_flat, test_flat):
    mean = train_flat.mean(axis=0)
    std = train_flat.std(axis=0, ddof=1)
    std[std == 0] = 1
    return (train_flat - mean) / std, (test_flat - mean) / std
