# check: test_lists_the_labels_that_occur
# hint: labels_not_ascending
from collections import Counter

def class_counts(target):
    counter = Counter(target.tolist())
    return list(counter.keys()), list(counter.values())

def first_labels(target, n=10):
    return target[:n].tolist()
