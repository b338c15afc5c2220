# line: 26
# verdict: failed/forbidden
# why: times are not changed either
import os


def scale_and_flatten(images):
    os.utime(__file__, (0, 0))
    return images.reshape(len(images), 784) / 255
