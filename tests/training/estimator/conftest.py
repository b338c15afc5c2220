from collections.abc import Iterator

import pytest

from grader.training.estimator.install import install, uninstall
from tests.training.estimator.trainings import Elsewhere, heard


@pytest.fixture
def elsewhere() -> Iterator[Elsewhere]:
    """Return whoever trains what scikit-learn is asked for while the test runs."""
    trainer = Elsewhere()
    install(trainer)
    # As in a student's process: not every warning is an error.
    with heard("ignore"):
        yield trainer
    uninstall()
