# line: 18
# verdict: failed/memory_limit
# why: as much as nobody has, at once
def scale_and_flatten(images):
    everything = bytearray(2**42)
    return images.reshape(len(images), 784) / 255
