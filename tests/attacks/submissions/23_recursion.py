# line: 23
# verdict: failed/exception
# why: it calls itself until Python says so
def scale_and_flatten(images):
    return scale_and_flatten(images)
