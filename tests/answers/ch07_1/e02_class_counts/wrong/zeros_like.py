# check: test_counts_the_training_set
# hint: counts_overflow
import numpy as np

def class_counts(target):
    labels = np.unique(target)
    counts = np.zeros_like(labels)
    for i, label in enumerate(labels):
        for t in target:
            if t == label:
                counts[i] += 1
    return labels, counts

def first_labels(target, n=10):
    return target[:n].tolist()
