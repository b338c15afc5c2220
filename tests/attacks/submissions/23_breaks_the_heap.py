# line: 23
# verdict: failed/crash
# why: it gives back what it never had
import ctypes


def scale_and_flatten(images):
    ctypes.CDLL(None).free(ctypes.c_void_p(1_000_003))
