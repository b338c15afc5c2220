# line: 30
# verdict: failed/exception
# why: nobody waits for what an exception has to say
class Hostile(Exception):
    def __str__(self):
        while True:
            pass

    __repr__ = __str__


def scale_and_flatten(images):
    raise Hostile
