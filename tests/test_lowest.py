"""`lowest.txt`, which `tox -e lowest` installs, is what the package declares."""

from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement

LOWEST = Path(__file__).parent / "lowest.txt"


def lowest(line: str) -> str:
    """Return the constraint to the lowest version that a requirement allows; of `>=2.16`, any 2.16."""
    requirement = Requirement(line)
    (specifier,) = requirement.specifier
    exact = specifier.operator == "==" or specifier.version.count(".") > 1
    marker = f"; {requirement.marker}" if requirement.marker else ""
    return f"{requirement.name}=={specifier.version}{'' if exact else '.*'}{marker}"


def test_the_lowest_versions_that_are_tried_are_those_that_are_declared() -> None:
    declared = [line for line in requires("chapter-grader") or [] if "extra ==" not in line]
    assert LOWEST.read_text(encoding="utf-8").splitlines() == sorted(map(lowest, declared))
