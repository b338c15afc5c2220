# line: 25
# verdict: failed/forbidden
# why: nor by the other call
import ctypes
import os

CLONE, CLONE_NEWUSER, SIGCHLD = 56, 0x10000000, 17
libc = ctypes.CDLL(None, use_errno=True)


def scale_and_flatten(images):
    pid = libc.syscall(CLONE, CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0)
    if pid == 0:
        os._exit(0)
    if pid < 0:
        raise OSError(ctypes.get_errno(), "clone")
    print("REACHED")
    return images.reshape(len(images), 784) / 255
