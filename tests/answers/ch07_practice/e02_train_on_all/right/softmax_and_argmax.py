import keras
import numpy as np
from keras import layers


def _scale(images):
    return images.astype('float32') / 255


def train(train_input, train_target):
    # 입력 크기는 fit에서 정해짐
    model = keras.Sequential([
        layers.Flatten(),
        layers.Dense(128, activation='relu'),
        layers.Dense(10, activation='softmax'),
    ])
    model.compile(optimizer=keras.optimizers.Adam(), loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    history = model.fit(_scale(train_input), train_target, epochs=10, batch_size=32, verbose=0)
    return [model, history]


def test_accuracy(model, test_input, test_target):
    pred = np.argmax(model.predict(_scale(test_input), verbose=0), axis=1)
    return np.mean(pred == test_target)
