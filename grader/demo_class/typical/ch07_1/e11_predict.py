import numpy as np


def predict_labels(model, x):
    return np.argmax(model.predict(x), axis=1)


def predict_one(model, x, i):
    return int(np.argmax(model.predict(x[i])))
