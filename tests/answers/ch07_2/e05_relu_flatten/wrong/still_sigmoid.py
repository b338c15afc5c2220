# check: test_has_the_layers
# hint: wrong_activation
import keras

def build_model():
    model = keras.Sequential()
    model.add(keras.Input(shape=(28, 28)))
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(100, activation='sigmoid'))
    model.add(keras.layers.Dense(10, activation='softmax'))
    return model
