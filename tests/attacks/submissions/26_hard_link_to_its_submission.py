# line: 26
# verdict: failed/exception; root-hardened: failed/forbidden
# why: what it can only read does not become its own by another name (the system says: another device; or, to another user, no)
import os


def scale_and_flatten(images):
    os.link(__file__, "own")
    print("REACHED")
    return images.reshape(len(images), 784) / 255
