# check: test_counts_true_by_predicted
# hint: samples_scaled_inside
import numpy as np
from sklearn.metrics import confusion_matrix


def confusion(model, x, y):
    x = x / 255.0
    pred = np.argmax(model.predict(x), axis=-1)
    return confusion_matrix(y, pred, labels=range(10))
