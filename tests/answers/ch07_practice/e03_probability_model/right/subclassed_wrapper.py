# tf_keras: not judged
import keras
import numpy as np


class ProbabilityModel(keras.Model):
    def __init__(self, model, needs_softmax):
        super().__init__()
        self.model = model
        self.needs_softmax = needs_softmax

    def call(self, x):
        out = self.model(x)
        return keras.ops.softmax(out) if self.needs_softmax else out


def probability_model(model):
    sample = np.random.default_rng(0).random((10,) + model.input_shape[1:])
    total = np.asarray(model(sample)).sum(axis=1)
    return ProbabilityModel(model, needs_softmax=not np.allclose(total, 1, atol=1e-3))
