# check: test_is_the_share_of_right_predictions
# hint: count_instead_of_share
import numpy as np


def accuracy(model, x, y):
    pred = np.argmax(model.predict(x), axis=1)
    return int(np.sum(pred == y))
