# check: test_leaves_both_arrays_alone
# hint: input_changed
import math
import numpy as np

def split(scaled, target):
    n = math.ceil(len(scaled) * 0.2)
    perm = np.random.RandomState(42).permutation(len(scaled))
    scaled[:] = scaled[perm]
    target[:] = target[perm]
    return scaled[n:], scaled[:n], target[n:], target[:n]
