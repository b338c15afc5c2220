import keras
from keras import layers


def build():
    inputs = keras.Input((28, 28), name="image")
    x = layers.Flatten()(inputs)
    x = layers.Dense(100, activation="relu", name="hidden")(x)
    x = layers.Dropout(0.3)(x)
    outputs = layers.Dense(10, activation="softmax", name="output")(x)
    model = keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def save_weights(model, path):
    return model.save_weights(path, overwrite=True)


def restore_weights(path):
    restored = build()
    restored.load_weights(path)
    restored.summary()
    return restored
