import tensorflow as tf
from tensorflow import keras

# tf.data 파이프라인으로 같은 훈련을 한다
def train(train_scaled, train_target):
    ds = tf.data.Dataset.from_tensor_slices((train_scaled, train_target))
    ds = ds.shuffle(len(train_target)).batch(32).prefetch(tf.data.AUTOTUNE)
    model = keras.Sequential([
        keras.layers.Input((28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(100, activation=tf.nn.relu),
        keras.layers.Dense(10, activation=tf.nn.softmax),
    ])
    model.compile('rmsprop', 'sparse_categorical_crossentropy', metrics=['accuracy'])
    return model.fit(ds, epochs=5, verbose=0)
