# line: 23
# verdict: failed/crash
# why: it aborts
import os


def scale_and_flatten(images):
    os.abort()
