# check: test_trains_for_twenty_epochs_with_adam
# hint: stopped_before_the_last_epoch
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
    # 훈련 정확도가 70%가 되면 그만
    def on_epoch_end(self, epoch, logs=None):
        if logs['accuracy'] > 0.7:
            self.model.stop_training = True

def train(train_scaled, train_target, val_scaled, val_target):
    model = model_fn(keras.layers.Dropout(0.3))
    model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    history = model.fit(train_scaled, train_target, epochs=20, verbose=0, validation_data=(val_scaled, val_target),
                        callbacks=[Stop()])
    return model, history
