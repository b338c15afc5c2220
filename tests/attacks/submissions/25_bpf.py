# line: 25
# verdict: failed/forbidden
# why: no program goes into the kernel
import ctypes

BPF = 321
libc = ctypes.CDLL(None, use_errno=True)


def scale_and_flatten(images):
    if libc.syscall(BPF, 0, ctypes.create_string_buffer(128), 128) < 0:
        raise OSError(ctypes.get_errno(), "bpf")
    print("REACHED")
    return images.reshape(len(images), 784) / 255
