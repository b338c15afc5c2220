# line: 8
# verdict: failed
# hint: pixels_not_scaled
# why: a test of the student's own is not run
def scale_and_flatten(images):
    return images.reshape(len(images), 784)
