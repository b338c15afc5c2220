import keras


class SaveBest(keras.callbacks.Callback):
    # 검증 손실이 줄어들 때마다 모델 전체를 저장
    def __init__(self, path):
        super().__init__()
        self.path = path
        self.best = float('inf')

    def on_epoch_end(self, epoch, logs=None):
        if logs['val_loss'] < self.best:
            self.best = logs['val_loss']
            self.model.save(self.path)


def train(train_scaled, train_target, val_scaled, val_target, path):
    inputs = keras.Input(shape=(28, 28))
    x = keras.layers.Flatten()(inputs)
    x = keras.layers.Dense(100, activation='relu')(x)
    x = keras.layers.Dropout(0.3)(x)
    model = keras.Model(inputs, keras.layers.Dense(10, activation='softmax')(x))
    model.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])
    history = model.fit(train_scaled, train_target, epochs=20, validation_data=(val_scaled, val_target),
                        callbacks=[SaveBest(path)], verbose=0)
    return model, history
