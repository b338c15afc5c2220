# line: 19
# verdict: failed/disk_limit
# why: together they are more than the disk that it has
import time


def scale_and_flatten(images):
    for number in range(300):
        with open(f"file{number}", "wb") as file:
            file.write(b"x" * 2**20)
    time.sleep(5)
    return images.reshape(len(images), 784) / 255
