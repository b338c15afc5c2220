# line: 18
# verdict: failed/forbidden
# why: memory that outlives its process is not to be had at all
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def scale_and_flatten(images):
    if libc.shmget(0, 2**20, 0o1600) < 0:
        raise OSError(ctypes.get_errno(), "shmget")
    print("REACHED")
    return images.reshape(len(images), 784) / 255
