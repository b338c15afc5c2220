# check: test_takes_rows_of_784
# hint: input_shape_missing
import keras

def build_model():
    dense1 = keras.layers.Dense(100, activation='sigmoid')
    dense2 = keras.layers.Dense(10, activation='softmax')
    return keras.Sequential([dense1, dense2])
