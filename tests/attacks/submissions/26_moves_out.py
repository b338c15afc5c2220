# line: 26
# verdict: failed/exception; hardened: failed/forbidden
# why: nothing of its own is moved elsewhere
import os
from pathlib import Path


def scale_and_flatten(images):
    open("own", "w").close()
    os.rename("own", Path(__file__).parents[3] / "out" / ("left-behind"))
    return images.reshape(len(images), 784) / 255
