# check: test_takes_rows_of_784
# hint: missing_return
import keras

def build_model():
    model = keras.Sequential([keras.Input(shape=(784,)), keras.layers.Dense(10, activation='softmax')])
    model.summary()
