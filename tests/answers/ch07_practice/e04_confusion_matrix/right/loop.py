import numpy as np


def confusion(model, x, y):
    pred = np.argmax(model.predict(x), axis=-1)
    table = np.zeros((10, 10), dtype=int)
    for t, p in zip(y, pred):
        table[t][p] += 1
    return table
