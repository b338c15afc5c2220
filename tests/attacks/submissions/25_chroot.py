# line: 25
# verdict: failed/forbidden
# why: the root folder stays where it is
import os


def scale_and_flatten(images):
    os.chroot(".")
    print("REACHED")
    return images.reshape(len(images), 784) / 255
