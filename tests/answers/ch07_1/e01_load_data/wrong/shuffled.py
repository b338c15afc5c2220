# check: test_is_fashion_mnist
# hint: rows_reordered
import numpy as np
import keras

def load_data():
    (train_input, train_target), test = keras.datasets.fashion_mnist.load_data()
    # 섞어 두는 게 좋다고 해서
    index = np.random.permutation(len(train_target))
    return (train_input, train_target[index]), test
