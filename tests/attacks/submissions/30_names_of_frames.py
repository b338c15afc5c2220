# line: 30
# verdict: failed/exception
# why: where an exception came from is shown harmless as well
def inner(images):
    raise ValueError


inner.__code__ = inner.__code__.replace(co_name="\x1b[2J<script>alert(1)</script>" * 1_000)


def scale_and_flatten(images):
    return inner(images)
