# line: 8
# verdict: passed
# why: Python starts without the submission on its path
def scale_and_flatten(images):
    return images.reshape(len(images), 784) / 255
