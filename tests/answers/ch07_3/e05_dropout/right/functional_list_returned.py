import keras
from keras import layers


def train(train_scaled, train_target, val_scaled, val_target):
    inputs = layers.Input((28, 28))
    x = layers.Flatten()(inputs)
    x = layers.Dense(100)(x)
    x = layers.Activation("relu")(x)
    x = layers.Dropout(0.3)(x)
    x = layers.Dense(10)(x)
    model = keras.Model(inputs, layers.Softmax()(x))
    model.compile(keras.optimizers.Adam(1e-3), keras.losses.SparseCategoricalCrossentropy(), metrics=["accuracy"])
    history = model.fit(
        train_scaled, train_target, 32, 20, verbose=0, validation_data=[val_scaled, val_target]
    )
    return [model, history]
