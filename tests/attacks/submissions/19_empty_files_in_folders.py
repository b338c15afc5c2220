# line: 19
# verdict: failed/disk_limit
# why: folders within folders count as well
import os


def scale_and_flatten(images):
    for number in range(1_000_000):
        os.mkdir("deeper")
        os.chdir("deeper")
    return images.reshape(len(images), 784) / 255
