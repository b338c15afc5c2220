# check: test_builds_a_new_model_each_time
# hint: model_shared_between_calls
import keras

dense1 = keras.layers.Dense(100, activation='relu')
dense2 = keras.layers.Dense(10, activation='softmax')

def model_fn(a_layer=None):
    model = keras.Sequential([keras.Input(shape=(28, 28)), keras.layers.Flatten(), dense1])
    if a_layer is not None:
        model.add(a_layer)
    model.add(dense2)
    return model
