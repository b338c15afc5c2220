# check: test_counts_each_label
# hint: negative_labels_fail
import numpy as np

def class_counts(target):
    counts = np.bincount(target)
    labels = np.nonzero(counts)[0]
    return labels, counts[labels]

def first_labels(target, n=10):
    return target[:n].tolist()
