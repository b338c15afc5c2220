# check: test_takes_images_of_28_by_28
# hint: wrong_input_shape
import keras

def build_model():
    return keras.Sequential([
        keras.Input(shape=(784,)),
        keras.layers.Flatten(),
        keras.layers.Dense(100, activation='relu'),
        keras.layers.Dense(10, activation='softmax'),
    ])
