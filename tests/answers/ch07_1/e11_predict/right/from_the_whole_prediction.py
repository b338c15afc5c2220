import numpy as np

def predict_labels(model, x):
    return np.array([int(np.argmax(p)) for p in model.predict(x, verbose=0)])

def predict_one(model, x, i):
    return int(predict_labels(model, x)[i])
