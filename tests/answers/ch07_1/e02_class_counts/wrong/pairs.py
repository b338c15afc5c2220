# check: test_lists_the_labels_that_occur
# hint: counts_in_pairs
import numpy as np

def class_counts(target):
    labels, counts = np.unique(target, return_counts=True)
    return list(zip(labels, counts))

def first_labels(target, n=10):
    return target[:n].tolist()
