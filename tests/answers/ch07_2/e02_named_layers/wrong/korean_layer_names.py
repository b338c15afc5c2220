# check: test_names_the_layers
# hint: layer_not_named
# tf_keras: test_has_the_layers layer_name_invalid
import keras

def build_model():
    return keras.Sequential([
        keras.Input(shape=(784,)),
        keras.layers.Dense(100, activation='sigmoid', name='은닉층'),
        keras.layers.Dense(10, activation='softmax', name='출력층'),
    ], name='fashion_mnist_model')
