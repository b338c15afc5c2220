# check: test_takes_rows_of_784
# hint: input_shape_not_tuple
# tf_keras: right
import keras

def build_model():
    inputs = keras.layers.Input(shape=(784))
    dense = keras.layers.Dense(10, activation='softmax')
    return keras.Sequential([inputs, dense])
