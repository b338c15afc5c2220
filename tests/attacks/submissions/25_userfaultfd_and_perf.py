# line: 25
# verdict: failed/forbidden
# why: nor other parts of the kernel that no exercise needs
import ctypes

PERF_EVENT_OPEN, USERFAULTFD = 298, 323
libc = ctypes.CDLL(None, use_errno=True)


def scale_and_flatten(images):
    for number, *arguments in ((PERF_EVENT_OPEN, bytes(128), 0, -1, -1, 0), (USERFAULTFD, 1)):
        if libc.syscall(number, *arguments) >= 0:
            print("REACHED", number)
        denied = OSError(ctypes.get_errno(), "syscall")
    raise denied
