from collections import Counter

import numpy as np


def class_counts(target):
    c = Counter(target.tolist())
    labels = np.array(sorted(c.keys()))
    counts = np.array([c[l] for l in labels])
    return labels, counts


# 첫 n개
def first_labels(target, n=10):
    return [int(x) for x in list(target)[0:n]]
