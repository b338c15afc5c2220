# line: 16
# verdict: failed/timeout
# why: it never ends
def scale_and_flatten(images):
    while True:
        pass
