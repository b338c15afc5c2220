# check: test_is_the_share_of_right_predictions
# hint: wrong_type
import numpy as np


def accuracy(model, x, y):
    # np.mean을 빠뜨림
    return np.argmax(model.predict(x), axis=-1) == y
