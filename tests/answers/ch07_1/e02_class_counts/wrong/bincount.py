# check: test_lists_the_labels_that_occur
# hint: absent_labels_listed
import numpy as np

def class_counts(target):
    counts = np.bincount(target)
    return np.arange(len(counts)), counts

def first_labels(target, n=10):
    return target[:n].tolist()
