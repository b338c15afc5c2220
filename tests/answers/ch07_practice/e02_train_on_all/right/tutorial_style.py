import tensorflow as tf


def train(train_input, train_target):
    train_input = train_input / 255.0
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(input_shape=(28, 28)),
        tf.keras.layers.Dense(128, activation='relu'),
        tf.keras.layers.Dense(10)
    ])
    model.compile(optimizer='adam',
                  loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
                  metrics=['accuracy'])
    history = model.fit(train_input, train_target, epochs=10)
    return model, history


def test_accuracy(model, test_input, test_target):
    test_loss, test_acc = model.evaluate(test_input / 255.0, test_target, verbose=2)
    print('\nTest accuracy:', test_acc)
    return test_acc
