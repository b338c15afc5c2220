import tensorflow as tf

# 훈련 세트와 검증 세트를 모두 tf.data로
def make(x, y, shuffle=False):
    ds = tf.data.Dataset.from_tensor_slices((tf.cast(x, tf.float32), y))
    if shuffle:
        ds = ds.shuffle(60000)
    return ds.batch(32)

def train(train_scaled, train_target, val_scaled, val_target):
    model = tf.keras.Sequential([
        tf.keras.Input(shape=(28, 28)),
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(100, activation='relu'),
        tf.keras.layers.Dropout(rate=0.3, seed=42),
        tf.keras.layers.Dense(10, activation='softmax'),
    ])
    model.compile(optimizer=tf.keras.optimizers.Adam(), loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    history = model.fit(make(train_scaled, train_target, True), epochs=20, verbose=0,
                        validation_data=make(val_scaled, val_target))
    return model, history
