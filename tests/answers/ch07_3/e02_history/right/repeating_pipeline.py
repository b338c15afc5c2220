import math
import tensorflow as tf
from tensorflow.keras import layers, models

def train(train_scaled, train_target):
    n = len(train_target)
    data = tf.data.Dataset.from_tensor_slices((train_scaled, train_target)).shuffle(n).batch(32).repeat()
    model = models.Sequential()
    model.add(layers.Input(shape=(28, 28)))
    model.add(layers.Flatten())
    model.add(layers.Dense(100))
    model.add(layers.Activation('relu'))
    model.add(layers.Dense(10, activation='softmax'))
    model.compile(loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    return model.fit(data, steps_per_epoch=math.ceil(n / 32), epochs=5, verbose=0)
