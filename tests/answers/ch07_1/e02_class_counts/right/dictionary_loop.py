def class_counts(target):
    counts = {}
    for label in target:
        label = int(label)
        if label not in counts:
            counts[label] = 0
        counts[label] += 1
    labels = sorted(counts)
    return labels, [counts[label] for label in labels]


def first_labels(target, n=10):
    result = []
    for i in range(n):
        result.append(target[i])
    return result
