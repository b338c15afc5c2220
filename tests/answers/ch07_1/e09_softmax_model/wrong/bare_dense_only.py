# check: test_takes_rows_of_784
# hint: sequential_takes_one_list
# tf_keras: right
from tensorflow import keras

def build_model():
    dense = keras.layers.Dense(10, activation='softmax', input_shape=(784,))
    model = keras.Sequential(dense)
    return model
