import numpy as np


def confusion(model, x, y):
    predicted = np.argmax(model.predict(x, verbose=0), axis=1)
    return np.array([[int(((y == t) & (predicted == p)).sum()) for p in range(10)] for t in range(10)])
