# line: 25
# verdict: failed/forbidden
# why: it stays who it is
import os


def scale_and_flatten(images):
    os.setuid(0)
    print("REACHED")
    return images.reshape(len(images), 784) / 255
