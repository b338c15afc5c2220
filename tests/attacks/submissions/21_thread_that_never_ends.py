# line: 21
# verdict: passed
# why: a thread that is still at work ends with its process
import threading
import time


def never():
    while True:
        time.sleep(1)


threading.Thread(target=never).start()


def scale_and_flatten(images):
    return images.reshape(len(images), 784) / 255
