# check: test_takes_rows_of_784
# hint: wrong_input_shape
import keras

def build_model():
    # 60000 images of 784 pixels
    model = keras.Sequential([
        keras.Input(shape=(60000, 784)),
        keras.layers.Dense(10, activation='softmax'),
    ])
    return model
