# line: 30
# verdict: failed/exception
# why: what an exception was given is not looked at either
class Hostile:
    def __repr__(self):
        return "REACHED"

    __str__ = __repr__


class Odd(Exception):
    pass


def scale_and_flatten(images):
    raise Odd(Hostile())
