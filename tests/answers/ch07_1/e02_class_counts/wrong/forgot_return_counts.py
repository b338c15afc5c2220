# check: test_lists_the_labels_that_occur
# hint: wrong_number_of_values
import numpy as np

def class_counts(target):
    return np.unique(target)

def first_labels(target, n=10):
    return target[:n].tolist()
