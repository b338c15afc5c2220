# check: test_names_the_model
# hint: model_not_named
import keras

def build_model():
    return keras.Sequential([
        keras.Input(shape=(784,)),
        keras.layers.Dense(100, activation='sigmoid', name='hidden'),
        keras.layers.Dense(10, activation='softmax', name='output'),
    ], name='패션 MNIST 모델')
