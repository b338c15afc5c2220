# line: 17
# verdict: failed/forbidden
# why: it starts no process at all
import os
import time


def scale_and_flatten(images):
    for _ in range(200):
        if os.fork() == 0:
            time.sleep(20)
            os._exit(0)
    return images.reshape(len(images), 784) / 255
