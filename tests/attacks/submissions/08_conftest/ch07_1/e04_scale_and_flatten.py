# line: 8
# verdict: failed
# hint: pixels_not_scaled
# why: a conftest.py of the student's is not loaded by the grader
def scale_and_flatten(images):
    return images.reshape(len(images), 784)
