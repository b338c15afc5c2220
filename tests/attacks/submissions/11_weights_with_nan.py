# line: 11
# exercise: ch07_2/e04_train_sigmoid
# verdict: failed
# why: weights that are no numbers are trained to no numbers, for this submission alone
import keras
import msgspec
import numpy as np

from grader.evidence.vocabulary import array
from grader.sandbox import asking


HONEST = asking.TrainingAsked


def broken(recipe):
    """Ask for the training of a network whose first weights are no numbers."""
    first = np.full_like(recipe.variables[0].value, np.nan)
    return HONEST(msgspec.structs.replace(recipe, variables=(array(first), *recipe.variables[1:])))


asking.TrainingAsked = broken


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
