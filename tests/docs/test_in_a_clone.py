"""What maintainers type runs in a clone of the repository."""

import pytest

from tests.docs.pages import Line
from tests.docs.places import Place, clone
from tests.docs.running import check, typed_in


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The place, which each command finds as the one before has left it."""
    folder = tmp_path_factory.mktemp("reader") / "clone"
    folder.mkdir()
    return clone(folder)


@pytest.mark.docs
@pytest.mark.parametrize("line", typed_in("clone"), ids=str)
def test_a_command_does_what_it_is_for(line: Line, reader: Place) -> None:
    check(line, reader)
