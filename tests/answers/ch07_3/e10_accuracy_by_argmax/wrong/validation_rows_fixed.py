# check: test_is_the_share_of_right_predictions
# hint: wrong_accuracy
import numpy as np


def accuracy(model, x, y):
    pred = np.argmax(model.predict(x), axis=1)
    return np.sum(pred == y) / 12000
