# line: 22
# verdict: failed/forbidden
# why: no process but itself can be signalled, whatever its number
import os


def scale_and_flatten(images):
    for pid in range(1, 32_768):
        if pid != os.getpid():
            try:
                os.kill(pid, 9)
                print("REACHED", pid)
            except ProcessLookupError:
                print("REACHED: was allowed to try", pid)
            except PermissionError as error:
                denied = error
    raise denied
