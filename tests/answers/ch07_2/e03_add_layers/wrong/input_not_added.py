# check: test_has_the_layers
# hint: input_shape_missing
import keras

def build_model():
    model = keras.Sequential()
    model.add(keras.layers.Dense(100, activation='sigmoid'))
    model.add(keras.layers.Dense(10, activation='softmax'))
    return model
