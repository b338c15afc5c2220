# check: test_takes_images_of_28_by_28
# hint: flatten_takes_no_shape
import keras

def build_model():
    return keras.Sequential([
        keras.layers.Flatten((28, 28)),
        keras.layers.Dense(100, activation='relu'),
        keras.layers.Dense(10, activation='softmax'),
    ])
