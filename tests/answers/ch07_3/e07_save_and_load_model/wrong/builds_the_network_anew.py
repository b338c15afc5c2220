# check: test_everything_comes_back
# hint: wrong_units
from tensorflow import keras

def save_model(model, path):
    model.save(path)
    model.save_weights(path + '.weights.h5')

def load_model(path):
    model = keras.Sequential([
        keras.Input(shape=(28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(100, activation='relu'),
        keras.layers.Dense(10, activation='softmax'),
    ])
    model.compile(loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    return model
