# check: test_everything_comes_back
# hint: optimizer_state_lost
from tensorflow import keras

def save_model(model, path):
    model.save(path)

def load_model(path):
    model = keras.models.load_model(path)
    model.compile(optimizer=keras.optimizers.Adam(0.002), loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    return model
