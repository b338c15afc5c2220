# line: 19
# verdict: failed/disk_limit
# why: what it has removed and keeps open takes its room still
import os
import time


def scale_and_flatten(images):
    files = []
    for number in range(20):
        file = open("gone", "wb")
        os.remove("gone")
        for _ in range(20):
            file.write(b"x" * 2**20)
        file.flush()
        files.append(file)
    time.sleep(5)
    return images.reshape(len(images), 784) / 255
