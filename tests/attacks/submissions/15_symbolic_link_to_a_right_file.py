# line: 15
# exercise: ch07_3/e07_save_and_load_model
# verdict: failed
# hint: no_file_at_path
# why: a link is not followed, wherever it leads
import os

import keras


def save_model(model, path):
    model.save("elsewhere.keras")
    os.symlink("elsewhere.keras", path)


def load_model(path):
    return keras.models.load_model(path)
