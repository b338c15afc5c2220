import keras
import numpy as np


class Net(keras.Model):
    def __init__(self, a_layer):
        super().__init__()
        self.steps = [keras.layers.Flatten(), keras.layers.Dense(100, activation=keras.activations.relu)]
        if a_layer is not None:
            self.steps.append(a_layer)
        self.steps.append(keras.layers.Dense(10, activation=keras.activations.softmax))

    def call(self, x):
        for step in self.steps:
            x = step(x)
        return x


def model_fn(a_layer=None):
    net = Net(a_layer)
    net(np.zeros((1, 28, 28)))
    return net
