# check: test_counts_true_by_predicted
# hint: rows_and_columns_swapped
import numpy as np
from sklearn.metrics import confusion_matrix


def confusion(model, x, y):
    pred = np.argmax(model.predict(x), axis=-1)
    return confusion_matrix(pred, y, labels=range(10))
