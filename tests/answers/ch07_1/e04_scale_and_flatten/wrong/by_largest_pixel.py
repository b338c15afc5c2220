# check: test_divides_by_255
# hint: wrong_divisor
import numpy as np

def scale_and_flatten(images):
    biggest = np.max(images, initial=1)
    return images.reshape(-1, 784) / biggest
