# line: 30
# verdict: failed/exception
# why: an exception is told by the name of its class: what it would say of itself is not asked for
class Hostile(Exception):
    def __str__(self):
        return "REACHED"

    __repr__ = __format__ = __str__


def scale_and_flatten(images):
    raise Hostile("REACHED")
