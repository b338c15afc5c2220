import keras
from keras.layers import Activation, Dense, Input

def build_model():
    m = keras.Sequential(name='fashion_mnist_model')
    m.add(Input((784,)))
    m.add(Dense(100, name='hidden'))
    m.add(Activation('sigmoid'))
    m.add(Dense(10, name='output'))
    m.add(Activation('softmax'))
    return m
