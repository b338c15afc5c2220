import keras


def accuracy(model, x, y):
    metric = keras.metrics.SparseCategoricalAccuracy()
    metric.update_state(y, model.predict(x, verbose=0))
    return float(metric.result())
