# check: test_counts_each_label
# hint: input_changed
import numpy as np

def class_counts(target):
    target.sort()
    labels = np.array(sorted(set(target.tolist())))
    counts = np.array([np.searchsorted(target, l, side='right') - np.searchsorted(target, l) for l in labels])
    return labels, counts

def first_labels(target, n=10):
    return target[:n].tolist()
