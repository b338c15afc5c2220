# line: 22
# verdict: failed/forbidden
# why: no other system call sends a signal either
import ctypes
import os

TKILL, TGKILL, RT_SIGQUEUEINFO, RT_TGSIGQUEUEINFO = 200, 234, 129, 297
libc = ctypes.CDLL(None, use_errno=True)


def scale_and_flatten(images):
    parent = os.getppid()
    information = (ctypes.c_int * 32)(9, 0, -1)
    for number, *arguments in (
        (TKILL, parent, 9),
        (TGKILL, parent, parent, 9),
        (RT_SIGQUEUEINFO, parent, 9, ctypes.byref(information)),
        (RT_TGSIGQUEUEINFO, parent, parent, 9, ctypes.byref(information)),
    ):
        if libc.syscall(number, *arguments) == 0:
            print("REACHED", number)
        denied = OSError(ctypes.get_errno(), "kill")
    raise denied
