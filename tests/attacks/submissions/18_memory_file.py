# line: 18
# verdict: failed/memory_limit
# why: a file that is nowhere but in memory is refused, and it takes the rest from its own
import os
import time


def scale_and_flatten(images):
    try:
        number = os.memfd_create("pile")
        for _ in range(64):
            os.write(number, b"x" * 2**25)
    except OSError:
        pieces = [bytearray(b"x" * 2**25) for _ in range(64)]
    time.sleep(5)
    return images.reshape(len(images), 784) / 255
