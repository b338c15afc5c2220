"""The data of the chapter: where they are, how they are read, and a stand-in where they cannot be had.

Nothing here imports TensorFlow: data are found and read before it is wanted.
"""

from grader.data.dataset import CLASS_NAMES, Dataset
from grader.data.error import DataError
from grader.data.locate import DataSource, find_data, keras_home
from grader.data.profile import Profile, load
from grader.data.standin import synthetic

__all__ = [
    "CLASS_NAMES",
    "DataError",
    "DataSource",
    "Dataset",
    "Profile",
    "find_data",
    "keras_home",
    "load",
    "synthetic",
]
