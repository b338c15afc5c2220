# line: 25
# verdict: failed/forbidden
# why: no program is started, wherever its bytes come from
import os
import sys


def scale_and_flatten(images):
    number = os.open(os.path.join(sys.prefix, "lib"), os.O_RDONLY)
    os.execve(number, ["program"], {})
