# line: 31
# verdict: failed/exception
# why: what would turn the text around is shown as what it is
def scale_and_flatten(images):
    raise ValueError("\u202e\u2066 dessap \u2069\u202c\u200f\u061c\ufeff\u200b")
