import numpy as np

def class_counts(target):
    labels = np.sort(np.array(list(set(target.tolist())), dtype=int))
    counts = (target[:, np.newaxis] == labels).sum(axis=0)
    return [labels, counts]

def first_labels(target, n=10):
    return np.array(target[:n])
