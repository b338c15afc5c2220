# line: 25
# verdict: failed/crash
# why: nor does it call the kernel as programs of 32 bits do
import ctypes
import mmap

GETPID = bytes.fromhex("b814000000cd80c3")  # mov eax, 20; int 0x80; ret


def scale_and_flatten(images):
    code = mmap.mmap(-1, 4_096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    code.write(GETPID)
    print("REACHED", ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))())
    return images.reshape(len(images), 784) / 255
