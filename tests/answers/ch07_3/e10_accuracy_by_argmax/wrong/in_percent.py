# check: test_is_the_share_of_right_predictions
# hint: percent_instead_of_share
import numpy as np


def accuracy(model, x, y):
    pred = np.argmax(model.predict(x), axis=1)
    return np.mean(pred == y) * 100
