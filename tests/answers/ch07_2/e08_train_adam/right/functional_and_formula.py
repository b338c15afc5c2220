import keras
import numpy as np
from keras import layers


def build_model():
    inputs = keras.Input(shape=(28, 28))
    x = layers.Flatten()(inputs)
    x = layers.Dense(100)(x)
    x = layers.ReLU()(x)
    x = layers.Dense(10)(x)
    outputs = layers.Softmax()(x)
    return keras.Model(inputs, outputs)


def train(train_scaled, train_target):
    model = build_model()
    model.compile(keras.optimizers.Adam(learning_rate=0.001), keras.losses.SparseCategoricalCrossentropy(), metrics=["accuracy"])
    history = model.fit(train_scaled, train_target, epochs=5, verbose=0)
    return model, history


def evaluate(model, val_scaled, val_target):
    # by the definitions
    p = model.predict(val_scaled, verbose=0)
    loss = -np.mean(np.log(p[np.arange(len(p)), val_target]))
    accuracy = np.mean(np.argmax(p, axis=1) == val_target)
    return loss, accuracy
