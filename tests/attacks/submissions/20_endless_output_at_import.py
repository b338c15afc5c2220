# line: 20
# verdict: failed/output_limit
# why: it prints for ever before it can be asked anything
while True:
    print("x" * 10_000)


def scale_and_flatten(images):
    return images.reshape(len(images), 784) / 255
