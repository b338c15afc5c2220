# line: 25
# verdict: failed/forbidden
# why: the kernel's keys are not for it
import ctypes

ADD_KEY, KEY_SPEC_USER_KEYRING = 248, -4
libc = ctypes.CDLL(None, use_errno=True)


def scale_and_flatten(images):
    if libc.syscall(ADD_KEY, b"user", b"attack", b"x", 1, KEY_SPEC_USER_KEYRING) < 0:
        raise OSError(ctypes.get_errno(), "add_key")
    print("REACHED")
    return images.reshape(len(images), 784) / 255
