# check: test_has_the_layers
# hint: missing_flatten
import keras

def build_model():
    return keras.Sequential([
        keras.Input(shape=(28, 28)),
        keras.layers.Dense(100, activation='relu'),
        keras.layers.Dense(10, activation='softmax'),
    ])
