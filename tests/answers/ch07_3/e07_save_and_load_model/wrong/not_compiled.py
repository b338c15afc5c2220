# check: test_everything_comes_back
# hint: compile_settings_lost
from tensorflow import keras

def save_model(model, path):
    model.save(path)

def load_model(path):
    return keras.models.load_model(path, compile=False)
