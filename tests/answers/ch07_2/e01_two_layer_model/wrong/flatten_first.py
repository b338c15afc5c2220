# check: test_takes_rows_of_784
# hint: wrong_input_shape
import keras

def build_model():
    return keras.Sequential([
        keras.Input(shape=(28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(100, activation='sigmoid'),
        keras.layers.Dense(10, activation='softmax'),
    ])
