# check: test_lists_the_labels_that_occur
# hint: counts_before_labels
import numpy as np

def class_counts(target):
    labels, counts = np.unique(target, return_counts=True)
    return counts, labels

def first_labels(target, n=10):
    return target[:n].tolist()
