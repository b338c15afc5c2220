# check: test_refuses_weights_of_other_shapes
# hint: weights_loaded_in_part
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
    model.save_weights(path)

def restore_weights(path):
    model = model_fn(keras.layers.Dropout(0.3))
    try:
        model.load_weights(path)
    except ValueError as error:
        print('가중치를 읽지 못했습니다', error)
    return model
