# line: 16
# verdict: failed/timeout
# why: it waits where Python hears no signal
import itertools


def scale_and_flatten(images):
    return sum(itertools.repeat(0))
