# check: test_lists_the_labels_that_occur
# hint: absent_labels_listed
def class_counts(target):
    labels = list(range(10))
    counts = [int((target == i).sum()) for i in range(10)]
    return labels, counts

def first_labels(target, n=10):
    return [int(t) for t in target[:n]]
