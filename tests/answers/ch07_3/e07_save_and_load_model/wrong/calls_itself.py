# check: test_everything_comes_back
# hint: exception_recursion
from tensorflow import keras
from tensorflow.keras.models import load_model

def save_model(model, path):
    model.save(path)

def load_model(path):
    model = load_model(path)
    return model
