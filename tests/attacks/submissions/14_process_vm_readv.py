# line: 14
# verdict: failed/forbidden
# why: it reads no other process's memory by system call either
import ctypes
import os


class Piece(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]


libc = ctypes.CDLL(None, use_errno=True)


def scale_and_flatten(images):
    room = ctypes.create_string_buffer(64)
    here = Piece(ctypes.addressof(room), 64)
    there = Piece(id(libc), 64)
    if libc.process_vm_readv(os.getppid(), ctypes.byref(here), 1, ctypes.byref(there), 1, 0) < 0:
        raise OSError(ctypes.get_errno(), "process_vm_readv")
    print("REACHED")
    return images.reshape(len(images), 784) / 255
