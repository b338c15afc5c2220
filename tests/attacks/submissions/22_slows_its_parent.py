# line: 22
# verdict: failed/forbidden
# why: it may not make the judge wait for the processor either
import os


def scale_and_flatten(images):
    os.setpriority(os.PRIO_PROCESS, os.getppid(), 19)
    print("REACHED")
    return images.reshape(len(images), 784) / 255
