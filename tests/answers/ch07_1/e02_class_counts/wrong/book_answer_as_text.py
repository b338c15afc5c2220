# check: test_lists_the_first_labels
# hint: wrong_type
import numpy as np

def class_counts(target):
    return np.unique(target, return_counts=True)

def first_labels(target, n=10):
    return str([int(t) for t in target[:n]])
