# line: 14
# verdict: failed/forbidden
# why: of no process but itself is anything to be had
import os

DENIED = None


def scale_and_flatten(images):
    for pid in range(1, 32_768):
        for name in ("environ", "cmdline", "maps", "mem", "status"):
            try:
                with open(f"/proc/{pid}/{name}", "rb") as file:
                    if pid != os.getpid():
                        print("REACHED", pid, file.read(1_000))
            except FileNotFoundError:
                break
            except PermissionError as error:
                denied = error
    raise denied
