from keras.datasets import fashion_mnist


def load_data():
    return fashion_mnist.load_data()
