# line: 26
# verdict: passed
# why: nothing outside its folder can be written, wherever it tries
import os
import sys
from pathlib import Path

NAME = "left-behind"
TREE = Path(__file__).parents[3]
PLACES = [TREE, TREE / "submissions", TREE / "tmp", TREE / "home", Path("/"), Path("/tmp"), Path("/var/tmp")]
PLACES += [Path("/dev/shm"), Path("/run"), Path("/etc"), Path(sys.prefix), Path.cwd().parent]
PLACES += [Path(os.environ["KERAS_HOME"]), Path(sys.modules["numpy"].__file__).parent, Path(__file__).parent]


def scale_and_flatten(images):
    return images.reshape(len(images), 784) / 255


for place in PLACES:
    for write in (Path.touch, Path.mkdir, lambda path: path.symlink_to("/etc")):
        try:
            write(place / NAME)
            print("REACHED", place)
        except OSError:
            pass
