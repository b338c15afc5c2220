# line: 16
# verdict: failed/timeout
# why: it never ends, whatever it is told politely
import signal

for number in range(1, signal.NSIG):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, signal.NSIG))


def scale_and_flatten(images):
    while True:
        pass
