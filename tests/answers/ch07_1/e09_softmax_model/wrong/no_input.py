# check: test_takes_rows_of_784
# hint: input_shape_missing
import keras

def build_model():
    return keras.Sequential([keras.layers.Dense(10, activation='softmax')])
