# line: 31
# verdict: failed/exception
# why: marks without end do not cover the lines around them
def scale_and_flatten(images):
    raise ValueError("passed" + "\u0301\u0336" * 10_000)
