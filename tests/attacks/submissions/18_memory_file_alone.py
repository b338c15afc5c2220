# line: 18
# verdict: failed/forbidden
# why: memory that the watch could not see is not to be had at all
import os


def scale_and_flatten(images):
    print("REACHED", os.memfd_create("pile"))
    return images.reshape(len(images), 784) / 255
