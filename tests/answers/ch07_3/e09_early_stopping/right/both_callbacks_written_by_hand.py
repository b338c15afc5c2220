import keras


class MyEarlyStopping(keras.callbacks.Callback):
    # EarlyStopping과 ModelCheckpoint가 하는 일을 직접
    def __init__(self, path, patience):
        super().__init__()
        self.path = path
        self.patience = patience
        self.best = float('inf')
        self.best_epoch = 0
        self.stopped_epoch = 0
        self.best_weights = None

    def on_epoch_end(self, epoch, logs=None):
        if logs['val_loss'] < self.best:
            self.best = logs['val_loss']
            self.best_epoch = epoch
            self.best_weights = self.model.get_weights()
            self.model.save(self.path)
        elif epoch - self.best_epoch >= self.patience:
            self.stopped_epoch = epoch
            self.model.stop_training = True

    def on_train_end(self, logs=None):
        self.model.set_weights(self.best_weights)


def train(train_scaled, train_target, val_scaled, val_target, path):
    model = keras.Sequential([
        keras.Input(shape=(28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(100, activation='relu'),
        keras.layers.Dropout(0.3),
        keras.layers.Dense(10, activation='softmax'),
    ])
    model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    stop = MyEarlyStopping(path, patience=2)
    history = model.fit(train_scaled, train_target, epochs=20, validation_data=(val_scaled, val_target),
                        callbacks=[stop], verbose=0)
    return model, history, stop
