# check: test_puts_the_layer_after_the_hidden_one
# hint: given_layer_in_the_wrong_place
import keras

def model_fn(a_layer=None):
    model = keras.Sequential()
    model.add(keras.Input(shape=(28, 28)))
    model.add(keras.layers.Flatten())
    if a_layer:
        model.add(a_layer)
    model.add(keras.layers.Dense(100, activation='relu'))
    model.add(keras.layers.Dense(10, activation='softmax'))
    return model
