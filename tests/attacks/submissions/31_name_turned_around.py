# line: 31
# student: kim\u202eyp.\u2069\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301
# verdict: passed
# why: the name of a student covers and turns nothing
def scale_and_flatten(images):
    return images.reshape(len(images), 784) / 255
