# line: 30
# verdict: failed/exception
# why: an exception is of the class that it is of, whatever it says
class Hostile(Exception):
    @property
    def __class__(self):
        raise SystemExit(0)

    @property
    def __traceback__(self):
        raise SystemExit(0)


def scale_and_flatten(images):
    raise Hostile
