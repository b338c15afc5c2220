# check: test_counts_true_by_predicted
# hint: shares_instead_of_counts
import numpy as np
from sklearn.metrics import confusion_matrix


def confusion(model, x, y):
    pred = np.argmax(model.predict(x), axis=-1)
    return confusion_matrix(y, pred, labels=np.arange(10), normalize='true')
