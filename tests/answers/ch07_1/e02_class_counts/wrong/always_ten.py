# check: test_lists_the_first_labels
# hint: wrong_number_of_labels
import numpy as np

def class_counts(target):
    return np.unique(target, return_counts=True)

def first_labels(target, n=10):
    return [int(t) for t in target[:10]]
