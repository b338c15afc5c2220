import numpy as np

PIXELS = 28 * 28


def scale_and_flatten(images):
    flat = images.astype("float32").reshape(-1, PIXELS)
    return np.divide(flat, np.float32(255))
