import keras
from keras.layers import Dense, Flatten, Input


def train(train_scaled, train_target, val_scaled, val_target, optimizer="rmsprop"):
    model = keras.Sequential([Input((28, 28)), Flatten(), Dense(100, activation="relu"), Dense(10, activation="softmax")])
    model.compile(
        loss=keras.losses.sparse_categorical_crossentropy,
        optimizer=keras.optimizers.get(optimizer),
        metrics=["accuracy"],
    )
    model.fit(train_scaled, train_target, validation_data=(val_scaled, val_target), epochs=20, verbose=0)
    return model.history


def best_epoch(history_dict):
    losses = list(history_dict["val_loss"])
    return losses.index(min(losses))
