# check: test_is_the_share_of_right_predictions
# hint: predict_classes_removed
import numpy as np


def accuracy(model, x, y):
    pred = model.predict_classes(x)
    return np.mean(pred == y)
