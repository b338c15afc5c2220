# line: 22
# verdict: failed/forbidden
# why: it may not make everything of its user wait for the processor
import os


def scale_and_flatten(images):
    os.setpriority(os.PRIO_USER, 0, 19)
    print("REACHED")
    return images.reshape(len(images), 784) / 255
