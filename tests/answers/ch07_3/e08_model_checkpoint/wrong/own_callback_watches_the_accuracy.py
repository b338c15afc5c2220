# check: test_saves_the_best_epoch
# hint: checkpoint_not_the_best_epoch
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

class SaveBest(keras.callbacks.Callback):
    def __init__(self, path):
        super().__init__()
        self.path = path
        self.best = 0

    def on_epoch_end(self, epoch, logs=None):
        # 정확도가 가장 높은 모델을 저장
        if logs['val_accuracy'] > self.best:
            self.best = logs['val_accuracy']
            self.model.save(self.path)

def train(train_scaled, train_target, val_scaled, val_target, path):
    model = model_fn(keras.layers.Dropout(0.3))
    model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    history = model.fit(train_scaled, train_target, epochs=20, verbose=0,
                        validation_data=(val_scaled, val_target),
                        callbacks=[SaveBest(path)])
    return model, history
