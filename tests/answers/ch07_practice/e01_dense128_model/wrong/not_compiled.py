# check: test_is_compiled_with_adam_and_accuracy
# hint: model_not_compiled
import keras


def build_model():
    return keras.Sequential([
        keras.Input(shape=(28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(128, activation='relu'),
        keras.layers.Dense(10),
    ])
