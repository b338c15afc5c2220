# line: 31
# verdict: failed
# hint: wrong_type
# why: what is returned is shown harmless
def scale_and_flatten(images):
    return "\x1b[2J\u202e</code><script>alert(1)</script>`|\n# PASSED"
