import math
import numpy as np

def split(scaled, target):
    n = scaled.shape[0]
    held_out = math.ceil(n * 0.2)
    perm = np.random.RandomState(42).permutation(n)
    val, train = perm[:held_out], perm[held_out:]
    return scaled[train], scaled[val], target[train], target[val]
