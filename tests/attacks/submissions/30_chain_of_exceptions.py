# line: 30
# verdict: failed/exception
# why: causes and notes of an exception are not looked at
class Hostile(Exception):
    def __str__(self):
        return "REACHED"


def scale_and_flatten(images):
    error = ValueError("no")
    error.__cause__ = Hostile()
    error.__cause__.__cause__ = error
    error.__notes__ = ["REACHED"]
    raise error
