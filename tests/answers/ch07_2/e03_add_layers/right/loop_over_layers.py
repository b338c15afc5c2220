import keras
from keras import layers

def build_model():
    net = keras.Sequential(name="my_net")
    for layer in [keras.Input((784,)), layers.Dense(100, "sigmoid"), layers.Dense(10), layers.Softmax()]:
        net.add(layer)
    return net
