import numpy as np
from sklearn.metrics import accuracy_score


def accuracy(model, x, y):
    val_labels = np.argmax(model.predict(x, verbose=0), axis=-1)
    return accuracy_score(y, val_labels)
