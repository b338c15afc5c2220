# line: 19
# verdict: failed/disk_limit
# why: room that is only set aside is taken
import os
import time


def scale_and_flatten(images):
    for number in range(10):
        with open(f"file{number}", "wb") as file:
            os.posix_fallocate(file.fileno(), 0, 40 * 2**20)
    time.sleep(5)
    return images.reshape(len(images), 784) / 255
