# check: test_keeps_rows_and_labels_paired
# hint: rows_lost_or_doubled
import numpy as np

def split(scaled, target):
    rng = np.random.RandomState(42)
    n_val = int(np.ceil(0.2 * len(scaled)))
    train = rng.permutation(len(scaled))[n_val:]
    val = rng.choice(len(scaled), n_val, replace=False)  # 다시 뽑기
    return scaled[train], scaled[val], target[train], target[val]
