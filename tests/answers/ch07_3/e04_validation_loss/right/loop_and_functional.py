import tensorflow as tf

def train(train_scaled, train_target, val_scaled, val_target, optimizer='rmsprop'):
    x = inp = tf.keras.Input(shape=(28, 28))
    for layer in (tf.keras.layers.Flatten(), tf.keras.layers.Dense(100), tf.keras.layers.ReLU(),
                  tf.keras.layers.Dense(10), tf.keras.layers.Softmax()):
        x = layer(x)
    model = tf.keras.Model(inp, x)
    model.compile(optimizer, 'sparse_categorical_crossentropy', metrics=['accuracy'])
    return model.fit(train_scaled, train_target, epochs=20, verbose=0, validation_data=(val_scaled, val_target))

# 하나씩 비교해서 가장 작은 손실을 찾는다
def best_epoch(history_dict):
    best = 0
    for epoch, loss in enumerate(history_dict['val_loss']):
        if loss < history_dict['val_loss'][best]:
            best = epoch
    return best
