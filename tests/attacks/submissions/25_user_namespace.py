# line: 25
# verdict: failed/forbidden
# why: nobody becomes root of a small world
import ctypes

CLONE_NEWUSER = 0x10000000
libc = ctypes.CDLL(None, use_errno=True)


def scale_and_flatten(images):
    if libc.unshare(CLONE_NEWUSER) != 0:
        raise OSError(ctypes.get_errno(), "unshare")
    print("REACHED")
    return images.reshape(len(images), 784) / 255
