# 책(구판)의 방식
from tensorflow import keras


def build_model():
    dense = keras.layers.Dense(10, activation='softmax', input_shape=(784,))
    return keras.Sequential([dense])
