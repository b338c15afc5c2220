# line: 11
# exercise: ch07_2/e04_train_sigmoid
# verdict: passed
# why: a recipe that does not hold together is not trained elsewhere, and here the training is honest
import keras
import msgspec
import numpy as np

from grader.evidence.vocabulary import array
from grader.sandbox import asking


HONEST = asking.TrainingAsked


def wrong(recipe):
    """Ask for the training of a network whose first layer has other weights than it says."""
    variables = (array(np.zeros((3, 3), np.float32)), *recipe.variables[1:])
    return HONEST(msgspec.structs.replace(recipe, variables=variables))


asking.TrainingAsked = wrong


def train(train_scaled, train_target):
    model = keras.Sequential(
        [
            keras.Input(shape=(784,)),
            keras.layers.Dense(100, activation="sigmoid"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model, model.fit(train_scaled, train_target, epochs=5, verbose=0)
