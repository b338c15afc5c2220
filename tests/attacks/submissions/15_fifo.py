# line: 15
# exercise: ch07_3/e07_save_and_load_model
# verdict: failed/forbidden
# why: a pipe that nobody writes to would block whoever reads it: it cannot be made
import os

import keras


def save_model(model, path):
    os.mkfifo(path)


def load_model(path):
    return keras.models.load_model(path)
