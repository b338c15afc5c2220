# check: test_takes_rows_of_784
# hint: sequential_takes_one_list
# tf_keras: test_has_a_hidden_and_an_output_layer missing_layer
from tensorflow import keras

def build_model():
    dense1 = keras.layers.Dense(100, activation='sigmoid', input_shape=(784,))
    dense2 = keras.layers.Dense(10, activation='softmax')
    model = keras.Sequential(dense1, dense2)
    return model
