import numpy as np
import tensorflow as tf

class Report(tf.keras.callbacks.Callback):
    """에포크마다 손실을 출력"""
    def on_epoch_end(self, epoch, logs=None):
        print(epoch + 1, round(logs['loss'], 4))

def train(train_scaled, train_target):
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(input_shape=(28, 28)),
        tf.keras.layers.Dense(100, activation=tf.nn.relu),
        tf.keras.layers.Dense(10, activation=tf.nn.softmax),
    ])
    model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    history = model.fit(train_scaled, train_target, epochs=5, verbose=0, callbacks=[Report()])
    return model, history

def evaluate(model, val_scaled, val_target):
    loss, accuracy = model.evaluate(val_scaled, val_target, batch_size=256, verbose=0)
    return np.array([loss, accuracy])
