# check: test_saves_the_whole_model
# hint: weights_file_name
from tensorflow import keras

def save_model(model, path):
    model.save_weights(path)

def load_model(path):
    return keras.models.load_model(path)
