# line: 30
# verdict: failed/exception
# why: an exception that cannot be shown is told by the name of its class
class Hostile(Exception):
    def __str__(self):
        raise SystemExit(0)

    __repr__ = __str__


def scale_and_flatten(images):
    raise Hostile
