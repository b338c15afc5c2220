from collections.abc import Iterator

import pytest

from grader.catalog import exercises
from grader.data import Profile
from grader.judging import Resources, Settings

pytest_plugins = ["pytester"]


@pytest.fixture(scope="session")
def resources() -> Iterator[Resources]:
    """Sandboxes with every library, over the small profile of whatever data this machine has."""
    opened = Resources(Settings(profile=Profile.SMALL, download=False))
    opened.expect(exercise.reference for exercise in exercises())
    yield opened
    opened.close()
