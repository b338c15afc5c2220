# line: 13
# verdict: failed/forbidden
# why: a link in its own folder leads nowhere that it may not go itself
import os
from pathlib import Path


def scale_and_flatten(images):
    if not os.path.islink("link"):
        os.symlink(Path(__file__).parents[2] / "neighbour", "link")
    print("REACHED", Path("link", "ch07_1", "e04_scale_and_flatten.py").read_text())
    return images.reshape(len(images), 784) / 255
