# line: 14
# verdict: failed/forbidden
# why: the environment of its parent is closed to it
import os


def scale_and_flatten(images):
    with open(f"/proc/{os.getppid()}/environ") as file:
        print("REACHED", file.read())
    return images.reshape(len(images), 784) / 255
