# check: test_standardizes_the_training_part
# hint: not_per_column
import numpy as np

def norm(x):
    return (x - np.mean(x, axis=1, keepdims=True)) / np.std(x, axis=1, keepdims=True)

def standardize(train_flat, test_flat):
    return norm(train_flat), norm(test_flat)
