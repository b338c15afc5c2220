import numpy as np
import keras

def load_data():
    fashion = keras.datasets.fashion_mnist
    parts = []
    for x, y in fashion.load_data():
        parts.append((np.array(x), np.array(y, dtype=np.uint8)))
    return tuple(parts)
