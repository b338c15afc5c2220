# line: 15
# exercise: ch07_3/e07_save_and_load_model
# verdict: failed
# hint: no_file_at_path
# why: a folder is no file
import os

import keras


def save_model(model, path):
    os.mkdir(path)


def load_model(path):
    return keras.models.load_model(path)
