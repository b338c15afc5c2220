# line: 23
# verdict: failed/crash
# why: it calls itself until the stack is at its end
import sys
import threading

sys.setrecursionlimit(10**9)


def scale_and_flatten(images):
    return list(map(scale_and_flatten, [images]))
