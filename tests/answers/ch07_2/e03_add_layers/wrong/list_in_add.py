# check: test_has_the_layers
# hint: layers_nested_in_list
import keras

def build_model():
    model = keras.Sequential()
    model.add([
        keras.Input(shape=(784,)),
        keras.layers.Dense(100, activation='sigmoid'),
        keras.layers.Dense(10, activation='softmax'),
    ])
    return model
