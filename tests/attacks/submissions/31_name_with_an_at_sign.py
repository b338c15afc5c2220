# line: 31
# student: @SUM(1+1)
# verdict: passed
# why: the name of a student computes nothing
def scale_and_flatten(images):
    return images.reshape(len(images), 784) / 255
