# check: test_stops_two_epochs_after_the_best
# hint: best_weights_not_restored
from tensorflow import keras

def model_fn(a_layer=None):
    model = keras.Sequential()
    model.add(keras.Input(shape=(28, 28)))
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(100, activation="relu"))
    if a_layer:
        model.add(a_layer)
    model.add(keras.layers.Dense(10, activation="softmax"))
    return model

class Stop(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.best, self.wait, self.stopped_epoch = float('inf'), 0, 0

    def on_epoch_end(self, epoch, logs=None):
        if logs['val_loss'] < self.best:
            self.best, self.wait = logs['val_loss'], 0
        else:
            self.wait += 1
        if self.wait == 2:
            self.stopped_epoch = epoch
            self.model.stop_training = True

def train(train_scaled, train_target, val_scaled, val_target, path):
    model = model_fn(keras.layers.Dropout(0.3))
    model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    checkpoint_cb = keras.callbacks.ModelCheckpoint(path, save_best_only=True)
    stop = Stop()
    history = model.fit(train_scaled, train_target, epochs=20, verbose=0,
                        validation_data=(val_scaled, val_target),
                        callbacks=[checkpoint_cb, stop])
    return model, history, stop
