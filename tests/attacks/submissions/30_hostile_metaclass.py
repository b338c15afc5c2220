# line: 30
# verdict: failed/exception
# why: nor does its class get to say anything
class Meta(type):
    def __getattribute__(cls, name):
        if name in ("__name__", "__module__", "__str__"):
            return "REACHED"
        return super().__getattribute__(name)

    def __eq__(cls, other):
        return True

    __hash__ = type.__hash__


class Hostile(Exception, metaclass=Meta):
    pass


def scale_and_flatten(images):
    raise Hostile
