# line: 14
# verdict: failed/forbidden
# why: it takes hold of no other process
import os


def scale_and_flatten(images):
    print("REACHED", os.pidfd_open(os.getppid()))
    return images.reshape(len(images), 784) / 255
