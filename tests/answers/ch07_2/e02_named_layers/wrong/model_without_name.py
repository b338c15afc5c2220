# check: test_names_the_model
# hint: model_not_named
import keras

def build_model():
    model = keras.Sequential([
        keras.Input(shape=(784,)),
        keras.layers.Dense(100, activation='sigmoid', name='hidden'),
        keras.layers.Dense(10, activation='softmax', name='output'),
    ])
    return model
