# line: 11
# exercise: ch07_2/e04_train_sigmoid
# verdict: failed/forbidden
# why: data that are not those of the recipe are never trained on, and nothing is kept
import keras
import numpy as np

from grader.evidence.vocabulary import array
from grader.sandbox import asking


HONEST = asking.TrainingData


def other(arrays):
    x, y = arrays
    return HONEST((array(np.roll(x.value, 1)), y))


asking.TrainingData = other


def train(train_scaled, train_target):
    model = keras.Sequential(
        [
            keras.Input(shape=(784,)),
            keras.layers.Dense(100, activation="sigmoid"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    # Nobody else has trained this: the data are asked for.
    return model, model.fit(train_scaled, train_target, epochs=7, verbose=0)
