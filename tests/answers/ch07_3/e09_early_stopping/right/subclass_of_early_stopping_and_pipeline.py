import tensorflow as tf


class TalkingEarlyStopping(tf.keras.callbacks.EarlyStopping):
    def on_train_end(self, logs=None):
        super().on_train_end(logs)
        print("stopped at", self.stopped_epoch)


def train(train_scaled, train_target, val_scaled, val_target, path):
    inputs = tf.keras.Input((28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(100)(x)
    x = tf.keras.layers.Activation("relu")(x)
    x = tf.keras.layers.Dropout(0.3)(x)
    x = tf.keras.layers.Dense(10)(x)
    model = tf.keras.Model(inputs, tf.keras.layers.Activation("softmax")(x))
    model.compile(tf.keras.optimizers.Adam(), "sparse_categorical_crossentropy", metrics=["accuracy"])

    training = tf.data.Dataset.from_tensor_slices((train_scaled, train_target)).shuffle(50_000).batch(32)
    validation = tf.data.Dataset.from_tensor_slices((val_scaled, val_target)).batch(32)
    early = TalkingEarlyStopping(monitor="val_loss", patience=2, mode="min", restore_best_weights=True)
    save = tf.keras.callbacks.ModelCheckpoint(path, monitor="val_loss", save_best_only=True)
    history = model.fit(training, validation_data=validation, epochs=20, callbacks=[early, save], verbose=0)
    return model, history, early
