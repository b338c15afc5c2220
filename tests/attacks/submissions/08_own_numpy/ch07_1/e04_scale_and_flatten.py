# line: 8
# verdict: passed
# why: an installed module comes before one of the same name beside the file
import numpy as np


def scale_and_flatten(images):
    return np.asarray(images).reshape(len(images), 784) / 255
