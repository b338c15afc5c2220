# line: 18
# verdict: failed/memory_limit
# why: more memory of its own than is allowed
import time


def scale_and_flatten(images):
    pieces = []
    for _ in range(64):
        pieces.append(bytearray(b"x" * 2**25))
        time.sleep(0.01)
    time.sleep(5)
    return images.reshape(len(images), 784) / 255
