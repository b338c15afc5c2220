# check: test_saves_the_whole_model
# hint: no_file_at_path
from tensorflow import keras

def save_model(model, path):
    model.save('model-whole.keras')

def load_model(path):
    return keras.models.load_model('model-whole.keras')
