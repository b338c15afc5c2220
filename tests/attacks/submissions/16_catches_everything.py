# line: 16
# verdict: failed/timeout
# why: it goes on whatever is raised
def scale_and_flatten(images):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
