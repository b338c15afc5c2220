# line: 30
# verdict: failed/exception
# why: a name that is no name is cut and shown harmless
NAME = "\x1b[2J\u202e<script>alert(1)</script>" + "x" * 10**6


def scale_and_flatten(images):
    raise type(NAME, (Exception,), {})
