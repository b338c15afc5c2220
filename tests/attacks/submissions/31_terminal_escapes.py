# line: 31
# verdict: failed/exception
# why: what would clear the screen or set its title is shown as what it is
def scale_and_flatten(images):
    raise ValueError("\x1b[2J\x1b[H\x1b]0;PASSED\x07\x9b31m\r\x08\x00 all is well")
