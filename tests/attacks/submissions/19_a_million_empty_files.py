# line: 19
# verdict: failed/disk_limit
# why: empty files take their number
def scale_and_flatten(images):
    for number in range(1_000_000):
        open(f"file{number}", "wb").close()
    return images.reshape(len(images), 784) / 255
