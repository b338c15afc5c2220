# check: test_saves_the_weights
# hint: weights_file_name
# tf_keras: test_saves_the_weights no_file_at_path
from tensorflow import keras

def model_fn(a_layer=None):
    model = keras.Sequential()
    model.add(keras.Input(shape=(28, 28)))
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(100, activation="relu"))
    if a_layer:
        model.add(a_layer)
    model.add(keras.layers.Dense(10, activation="softmax"))
    return model

def save_weights(model, path):
    model.save_weights('model-weights.h5')

def restore_weights(path):
    model = model_fn(keras.layers.Dropout(0.3))
    model.load_weights('model-weights.h5')
    return model
