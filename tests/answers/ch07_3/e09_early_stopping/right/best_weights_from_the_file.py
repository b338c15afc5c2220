import keras


def train(train_scaled, train_target, val_scaled, val_target, path):
    model = keras.Sequential()
    for layer in [keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(100, 'relu'),
                  keras.layers.Dropout(0.3), keras.layers.Dense(10, 'softmax')]:
        model.add(layer)
    model.compile(keras.optimizers.Adam(), keras.losses.SparseCategoricalCrossentropy(), metrics=['accuracy'])
    callbacks = {
        'stop': keras.callbacks.EarlyStopping(monitor='val_loss', patience=2, restore_best_weights=True,
                                              start_from_epoch=0),
        'save': keras.callbacks.ModelCheckpoint(filepath=path, save_best_only=True),
        'log': keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: print(epoch, logs)),
    }
    history = model.fit(train_scaled, train_target, epochs=20, validation_data=(val_scaled, val_target),
                        callbacks=list(callbacks.values()), verbose=0)
    # the best weights are back already; loading them again changes nothing
    model.set_weights(keras.models.load_model(path).get_weights())
    return model, history, callbacks['stop']
