# line: 23
# verdict: failed/crash
# why: it ends itself the hard way
import os


def scale_and_flatten(images):
    os.kill(os.getpid(), 9)
