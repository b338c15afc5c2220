# line: 22
# verdict: failed/forbidden
# why: nor wait for the disk
import ctypes

IOPRIO_SET, IOPRIO_WHO_USER, IDLE = 251, 3, 3 << 13
libc = ctypes.CDLL(None, use_errno=True)


def scale_and_flatten(images):
    if libc.syscall(IOPRIO_SET, IOPRIO_WHO_USER, 0, IDLE) != 0:
        raise OSError(ctypes.get_errno(), "ioprio_set")
    print("REACHED")
    return images.reshape(len(images), 784) / 255
