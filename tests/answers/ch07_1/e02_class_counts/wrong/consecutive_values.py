# check: test_lists_the_labels_that_occur
# hint: wrong_labels
import itertools

def class_counts(target):
    labels, counts = [], []
    # groupby without sorting first
    for label, group in itertools.groupby(target.tolist()):
        labels.append(label)
        counts.append(len(list(group)))
    return labels, counts

def first_labels(target, n=10):
    return target[:n].tolist()
