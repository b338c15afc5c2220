# check: test_has_ten_rows_and_columns
# hint: absent_classes_left_out
import numpy as np
from sklearn.metrics import confusion_matrix


def confusion(model, x, y):
    pred = np.argmax(model.predict(x), axis=-1)
    return confusion_matrix(y, pred)
