# line: 20
# verdict: failed/output_limit
# why: it prints on the other stream for ever
import sys


def scale_and_flatten(images):
    while True:
        sys.stderr.write("error " * 1_000)
