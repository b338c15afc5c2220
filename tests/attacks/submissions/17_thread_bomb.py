# line: 17
# verdict: failed/forbidden; root: failed/exception
# why: the watch ends more threads than are allowed; the users of root's sandboxes cannot even start them
import threading
import time


def scale_and_flatten(images):
    for _ in range(300):
        threading.Thread(target=time.sleep, args=(20,), daemon=True).start()
    time.sleep(20)
    return images.reshape(len(images), 784) / 255
