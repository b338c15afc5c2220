# line: 30
# verdict: failed/exception
# why: whoever says that it is a library's may speak, and end nothing by it
class Hostile(Exception):
    __module__ = "numpy.exceptions"

    def __str__(self):
        raise SystemExit(0)


def scale_and_flatten(images):
    raise Hostile
