# line: 20
# verdict: failed/output_limit
# why: it prints one line for ever
import os


def scale_and_flatten(images):
    while True:
        os.write(1, b"x" * 2**16)
