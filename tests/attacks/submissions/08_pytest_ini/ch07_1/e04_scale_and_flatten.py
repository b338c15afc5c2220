# line: 8
# verdict: failed
# hint: pixels_not_scaled
# why: pytest is not configured by the submission
def scale_and_flatten(images):
    return images.reshape(len(images), 784)
