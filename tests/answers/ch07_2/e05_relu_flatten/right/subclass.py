import keras
import numpy as np

class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = keras.layers.Flatten()
        self.hidden = keras.layers.Dense(100, activation="relu")
        self.classify = keras.layers.Dense(10, activation="softmax")

    def call(self, images):
        return self.classify(self.hidden(self.flatten(images)))

def build_model():
    net = Net()
    net(np.zeros((1, 28, 28)))
    return net
