"""The commands that are run in each place: all that are not named elsewhere."""

from tests.docs.elsewhere import ELSEWHERE, NOWHERE
from tests.docs.pages import PAGES, Line, commands
from tests.docs.places import Place, allowed, place_of, spelled_out

TYPED = [line for page in PAGES for line in commands(page)]


def typed_in(place: str) -> list[Line]:
    """Return what is typed in a place, each command once, what writes before what reads it."""
    chosen = {
        line.text: line
        for line in reversed(TYPED)
        if line.text not in ELSEWHERE | NOWHERE and not line.is_for_windows and place_of(line) == place
    }
    return sorted(chosen.values(), key=lambda line: (_rank(line), TYPED.index(line)))


def check(line: Line, reader: Place) -> None:
    """Run a command of a page, and fail if it does not do what it is for."""
    for command in spelled_out(line.text):
        if command.startswith("git commit"):
            reader.change()
            reader.run("git add exercises").check_returncode()
        done = reader.run(command)
        said = f"{command}\n{done.stdout[-3_000:]}{done.stderr[-3_000:]}"
        assert done.returncode in allowed(command), said


def _rank(line: Line) -> int:
    """Return 0 for what writes what others read, 2 for what writes over what they read."""
    if line.text.startswith(("grader batch", "pytest exercises/ --grader-json")):
        return 0
    return 2 if "--out gradebook.csv" in line.text else 1
