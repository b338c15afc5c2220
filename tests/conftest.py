import os
import shutil
import tempfile
from collections.abc import Iterator

import pytest

from grader.catalog import exercises
from grader.data import Profile
from grader.evidence.keras_edition import mean_one_keras
from grader.judging import Resources, Settings

pytest_plugins = ["pytester"]

_CACHE = pytest.StashKey[str]()


def pytest_configure(config: pytest.Config) -> None:
    """Keep trainings in a folder that all of the tests share, and not in the user's own."""
    if "GRADER_CACHE_DIR" not in os.environ:  # the workers of pytest-xdist are told by their parent
        folder = config.stash[_CACHE] = tempfile.mkdtemp(prefix="grader-trainings-")
        os.environ["GRADER_CACHE_DIR"] = folder
    mean_one_keras()  # what tests build and describe is of the same library as in a sandbox


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove that folder."""
    if _CACHE in config.stash:
        shutil.rmtree(config.stash[_CACHE], ignore_errors=True)
        del os.environ["GRADER_CACHE_DIR"]


@pytest.fixture(scope="session")
def resources(pytestconfig: pytest.Config) -> Iterator[Resources]:
    """Sandboxes with every library, over the small profile of whatever data this machine has.

    With pytest's own `--full-training` each training runs where it is asked for: verdicts must be the same.
    """
    full_training = bool(pytestconfig.getoption("--full-training"))
    opened = Resources(Settings(profile=Profile.SMALL, download=False, full_training=full_training))
    opened.expect(exercise.reference for exercise in exercises())
    yield opened
    opened.close()
