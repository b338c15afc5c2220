# check: test_puts_the_layer_after_the_hidden_one
# hint: dropout_always_on
import keras

def model_fn(a_layer=None):
    inputs = keras.Input(shape=(28, 28))
    x = keras.layers.Flatten()(inputs)
    x = keras.layers.Dense(100, activation='relu')(x)
    if isinstance(a_layer, keras.layers.Dropout):
        x = a_layer(x, training=True)
    elif a_layer is not None:
        x = a_layer(x)
    return keras.Model(inputs, keras.layers.Dense(10, activation='softmax')(x))
