# line: 29
# exercise: ch07_3/e07_save_and_load_model
# verdict: failed/exception
# why: an archive with names that lead out of it is taken apart by nobody
import zipfile

import keras


def save_model(model, path):
    model.save(path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("../../../out/left-behind", "x")
        archive.writestr("/tmp/left-behind", "x")


def load_model(path):
    return keras.models.load_model(path + "x")
