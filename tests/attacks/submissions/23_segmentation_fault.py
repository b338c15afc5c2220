# line: 23
# verdict: failed/crash
# why: it reads where there is nothing
import ctypes


def scale_and_flatten(images):
    return ctypes.string_at(0)
