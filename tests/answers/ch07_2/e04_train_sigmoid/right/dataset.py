import tensorflow as tf

EPOCHS = 5

def train(train_scaled, train_target):
    model = tf.keras.Sequential([
        tf.keras.layers.Dense(100, activation='sigmoid'),
        tf.keras.layers.Dense(10, activation='softmax'),
    ])
    model.compile('rmsprop', 'sparse_categorical_crossentropy', metrics=['accuracy'])
    data = tf.data.Dataset.from_tensor_slices((train_scaled, train_target))
    data = data.shuffle(len(train_scaled)).batch(32)
    history = model.fit(data, epochs=EPOCHS, verbose=2)
    return model, history
