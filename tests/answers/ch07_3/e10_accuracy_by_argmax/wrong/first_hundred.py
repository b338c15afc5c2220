# check: test_is_the_share_of_right_predictions
# hint: wrong_accuracy
import numpy as np


def accuracy(model, x, y):
    # 한 배치만
    pred = np.argmax(model.predict(x[:32]), axis=-1)
    return float(np.mean(pred == y[:32]))
