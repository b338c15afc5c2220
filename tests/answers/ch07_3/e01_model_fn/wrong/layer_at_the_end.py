# check: test_puts_the_layer_after_the_hidden_one
# hint: given_layer_in_the_wrong_place
import keras

def model_fn(a_layer=None):
    model = keras.Sequential([
        keras.Input(shape=(28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(100, activation='relu'),
        keras.layers.Dense(10, activation='softmax'),
    ])
    if a_layer:
        model.add(a_layer)
    return model
