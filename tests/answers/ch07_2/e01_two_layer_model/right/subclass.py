import numpy as np
import tensorflow as tf


class MLP(tf.keras.Model):
    """은닉층이 하나인 신경망"""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hidden = tf.keras.layers.Dense(100, activation=tf.nn.sigmoid)
        self.out = tf.keras.layers.Dense(10, activation=tf.nn.softmax)

    def call(self, x):
        return self.out(self.hidden(x))


def build_model():
    model = MLP()
    model(np.zeros((1, 784), dtype="float32"))  # 가중치 생성
    return model
