# check: test_everything_comes_back
# hint: compile_settings_lost
from tensorflow import keras

def save_model(model, path):
    model.save(path)

def load_model(path):
    model = keras.models.load_model(path)
    model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    return model
