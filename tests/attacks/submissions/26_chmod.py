# line: 26
# verdict: failed/forbidden
# why: rights are not changed, not even of its own files
import os


def scale_and_flatten(images):
    open("own", "w").close()
    os.chmod("own", 0o777)
    return images.reshape(len(images), 784) / 255
