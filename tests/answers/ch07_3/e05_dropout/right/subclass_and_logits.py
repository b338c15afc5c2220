import keras
import numpy as np


class DropoutNet(keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = keras.layers.Flatten()
        self.hidden = keras.layers.Dense(100, activation='relu')
        self.dropout = keras.layers.Dropout(0.3)
        self.out = keras.layers.Dense(10, activation='softmax')

    def call(self, x, training=None):
        x = self.hidden(self.flatten(x))
        return self.out(self.dropout(x, training=training))


class Log(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.best = np.inf

    def on_epoch_end(self, epoch, logs=None):
        self.best = min(self.best, logs['val_loss'])


def train(train_scaled, train_target, val_scaled, val_target):
    model = DropoutNet()
    model(train_scaled[:1])
    model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    history = model.fit(train_scaled, train_target, epochs=20, validation_data=(val_scaled, val_target),
                        validation_batch_size=256, callbacks=[Log()], verbose=2)
    return model, history
