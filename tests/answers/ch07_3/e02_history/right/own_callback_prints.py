import keras

class Progress(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        print(f"epoch {epoch + 1}: loss {logs['loss']:.4f}")

def model_fn(a_layer=None):
    layers = [keras.Input(shape=(28, 28)), keras.layers.Flatten(), keras.layers.Dense(100, activation='relu')]
    if a_layer is not None:
        layers.append(a_layer)
    return keras.Sequential(layers + [keras.layers.Dense(10), keras.layers.Softmax()])

def train(train_scaled, train_target):
    model = model_fn()
    model.compile(loss='sparse_categorical_crossentropy', metrics=['acc'.replace('acc', 'accuracy')])
    model.fit(train_scaled, train_target, epochs=5, verbose=0,
              callbacks=[Progress(), keras.callbacks.TerminateOnNaN()])
    return model.history
