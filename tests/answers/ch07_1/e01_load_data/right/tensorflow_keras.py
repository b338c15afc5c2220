import tensorflow as tf


def load_data():
    train, test = tf.keras.datasets.fashion_mnist.load_data()
    train_input, train_target = train
    test_input, test_target = test
    print(train_input.shape, train_target.shape)
    print(test_input.shape, test_target.shape)
    return [[train_input, train_target], [test_input, test_target]]
