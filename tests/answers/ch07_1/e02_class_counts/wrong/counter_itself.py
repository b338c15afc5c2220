# check: test_lists_the_labels_that_occur
# hint: counts_in_dictionary
from collections import Counter

def class_counts(target):
    return Counter(target.tolist())

def first_labels(target, n=10):
    return target[:n].tolist()
