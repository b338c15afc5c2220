# line: 18
# verdict: failed/memory_limit
# why: files in /dev/shm are refused, and it takes the rest from its own memory
import time


def scale_and_flatten(images):
    try:
        with open("/dev/shm/" + "left-behind", "wb") as pile:
            for _ in range(64):
                pile.write(b"x" * 2**25)
    except OSError:
        pieces = [bytearray(b"x" * 2**25) for _ in range(64)]
    time.sleep(5)
    return images.reshape(len(images), 784) / 255
