# check: test_builds_the_network
# hint: model_shared_between_calls
import keras

model = keras.Sequential()

def model_fn(a_layer=None):
    model.add(keras.Input(shape=(28, 28)))
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(100, activation='relu'))
    if a_layer:
        model.add(a_layer)
    model.add(keras.layers.Dense(10, activation='softmax'))
    return model
