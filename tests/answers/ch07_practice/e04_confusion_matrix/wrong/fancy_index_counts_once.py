# check: test_counts_true_by_predicted
# hint: not_all_samples_counted
import numpy as np


def confusion(model, x, y):
    pred = np.argmax(model.predict(x), axis=-1)
    table = np.zeros((10, 10), dtype=int)
    # 같은 칸이 여러 번 나와도 한 번만 더해짐
    table[y, pred] += 1
    return table
