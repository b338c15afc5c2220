"""What students type, and whoever looks after their repository, runs in a course."""

import pytest

from tests.docs.pages import Line
from tests.docs.places import Place, course
from tests.docs.running import check, typed_in


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The place, which each command finds as the one before has left it."""
    folder = tmp_path_factory.mktemp("reader") / "course"
    folder.mkdir()
    return course(folder)


@pytest.mark.docs
@pytest.mark.parametrize("line", typed_in("course"), ids=str)
def test_a_command_does_what_it_is_for(line: Line, reader: Place) -> None:
    check(line, reader)
