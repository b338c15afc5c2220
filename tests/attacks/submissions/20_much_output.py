# line: 20
# verdict: passed
# note: cut
# why: a megabyte is cut, and said to be
print("x" * 2**20)


def scale_and_flatten(images):
    return images.reshape(len(images), 784) / 255
