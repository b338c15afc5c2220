# line: 8
# verdict: passed
# why: the submission's folder is no site folder
def scale_and_flatten(images):
    return images.reshape(len(images), 784) / 255
