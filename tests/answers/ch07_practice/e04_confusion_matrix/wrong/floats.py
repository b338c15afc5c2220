# check: test_has_ten_rows_and_columns
# hint: counts_not_whole_numbers
import numpy as np


def confusion(model, x, y):
    pred = np.argmax(model.predict(x), axis=-1)
    cm = np.zeros((10, 10))
    for i in range(len(y)):
        cm[y[i], pred[i]] += 1
    return cm
