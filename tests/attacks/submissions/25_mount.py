# line: 25
# verdict: failed/forbidden
# why: nothing is mounted over anything
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def scale_and_flatten(images):
    if libc.mount(b"none", b".", b"tmpfs", 0, None) != 0:
        raise OSError(ctypes.get_errno(), "mount")
    print("REACHED")
    return images.reshape(len(images), 784) / 255
