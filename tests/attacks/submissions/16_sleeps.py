# line: 16
# verdict: failed/timeout
# why: it does nothing, for a minute
import time


def scale_and_flatten(images):
    time.sleep(60)
    return images.reshape(len(images), 784) / 255
