# line: 14
# verdict: failed/forbidden
# why: the memory of its parent is closed to it
import os


def scale_and_flatten(images):
    with open(f"/proc/{os.getppid()}/mem", "rb") as memory:
        print("REACHED", memory)
    return images.reshape(len(images), 784) / 255
