# 케라스가 받아 둔 파일을 직접 읽기
import gzip
import os

import numpy as np
from tensorflow import keras


def read(path, offset):
    with gzip.open(path, "rb") as f:
        return np.frombuffer(f.read(), np.uint8, offset=offset)


def load_data():
    base = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"
    paths = []
    for name in ["train-labels-idx1-ubyte.gz", "train-images-idx3-ubyte.gz",
                 "t10k-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz"]:
        paths.append(keras.utils.get_file(name, origin=base + name,
                                          cache_subdir=os.path.join("datasets", "fashion-mnist")))
    train_target = read(paths[0], 8)
    train_input = read(paths[1], 16).reshape(len(train_target), 28, 28)
    test_target = read(paths[2], 8)
    test_input = read(paths[3], 16).reshape(len(test_target), 28, 28)
    return (train_input, train_target), (test_input, test_target)
