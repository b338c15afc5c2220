# line: 30
# verdict: failed/exception
# why: an error that says that it is Python's own is asked for no line either
class Hostile(SyntaxError):
    @property
    def lineno(self):
        raise SystemExit(0)

    text = msg = print_file_and_line = lineno

    def __str__(self):
        return "REACHED"


def scale_and_flatten(images):
    raise Hostile
