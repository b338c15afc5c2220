# line: 31
# verdict: failed/exception
# why: the line that raised is shown harmless
def scale_and_flatten(images):
    raise ValueError  # [2J </code><script>alert(1)</script> ‮ dessap ```
