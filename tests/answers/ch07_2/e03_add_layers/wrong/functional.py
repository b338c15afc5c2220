# check: test_adds_every_layer
# hint: add_without_sequential
import keras

def build_model():
    inputs = keras.Input(shape=(784,))
    x = keras.layers.Dense(100, activation='sigmoid')(inputs)
    x = keras.layers.Dense(10, activation='softmax')(x)
    return keras.Model(inputs, x)
