"""A file stands alone only if nothing else that was handed in can change what it does."""

import pytest

from grader.catalog import exercises
from grader.submission.alone import stands_alone


@pytest.mark.parametrize(
    "source",
    [
        "import helpers",
        "from helpers import f",
        "from . import helpers",
        "from .e01_load_data import load",
        "import os",
        "import sys as s",
        "from pathlib import Path",
        "import importlib",
        "from numpy import ctypeslib",
        "x = open('a.txt')",
        "x = __file__",
        "x = f.__globals__",
        "x = __import__('helpers')",
        "exec('import helpers')",
        "eval('1')",
        "x = getattr(keras.utils, 's' + 'ys')",
        "x = getattr(keras.utils, 'sys')",
        "x = getattr(keras, '__loader__')",
        "x = getattr(keras, *['sys'])",
        "f = getattr\nx = f(keras, 'sys')",
        "import tensorflow as tf\nx = tf.io.gfile.listdir('.')",
        "import numpy as np\nx = np.f2py",
        "import keras\nx = keras.src.utils.sys",
        "x = ().__class__.__base__.__subclasses__()",
        "if True:\n    def f():\n        import helpers",
    ],
)
def test_a_file_that_might_look_around_does_not_stand_alone(source: str) -> None:
    assert not stands_alone(source.encode())


@pytest.mark.parametrize(
    "source",
    [
        "",
        "import numpy as np\n\ndef f(x):\n    return np.mean(x)",
        "from tensorflow import keras\nmodel = keras.Sequential()\nmodel.compile(loss='mse')",
        "import matplotlib.pyplot as plt\nplt.plot([1])",
        "x = getattr(layer, 'activation', None)",
        "class Net(object):\n    def __init__(self):\n        super().__init__()",
        "if __name__ == '__main__':\n    print('done')",
        "def f(:\n",
        "\0",
    ],
)
def test_what_the_book_writes_stands_alone(source: str) -> None:
    assert stands_alone(source.encode())


def test_so_does_every_reference() -> None:
    assert [one.id for one in exercises() if not stands_alone(one.reference.read_bytes())] == []
