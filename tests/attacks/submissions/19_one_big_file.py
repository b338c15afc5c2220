# line: 19
# verdict: failed/disk_limit
# why: a file larger than the disk that it has
def scale_and_flatten(images):
    with open("big", "wb") as file:
        for _ in range(300):
            file.write(b"x" * 2**20)
    return images.reshape(len(images), 784) / 255
