# check: test_saves_the_whole_model
# hint: weights_file_name
# tf_keras: test_everything_comes_back weights_file_is_no_model
from tensorflow import keras

def save_model(model, path):
    model.save_weights(path)

def load_model(path):
    return keras.models.load_model(path)
