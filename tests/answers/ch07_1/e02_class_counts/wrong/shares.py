# check: test_counts_each_label
# hint: wrong_counts
import numpy as np

def class_counts(target):
    labels, counts = np.unique(target, return_counts=True)
    # 비율
    return labels, counts / len(target)

def first_labels(target, n=10):
    return target[:n].tolist()
