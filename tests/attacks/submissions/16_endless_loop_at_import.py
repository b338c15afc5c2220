# line: 16
# verdict: failed/timeout
# why: it never ends, before it can be asked anything
while True:
    pass


def scale_and_flatten(images):
    return images.reshape(len(images), 784) / 255
