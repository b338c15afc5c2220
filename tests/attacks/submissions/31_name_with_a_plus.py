# line: 31
# student: +1+cmd|' /C calc'!A0
# verdict: passed
# why: the name of a student computes nothing
def scale_and_flatten(images):
    return images.reshape(len(images), 784) / 255
