# check: test_leaves_the_images_alone
# hint: input_changed
import numpy as np

def scale_and_flatten(images):
    if images.dtype == np.uint8:
        images = images.astype(float)
    images /= 255
    return images.reshape(-1, 784)
