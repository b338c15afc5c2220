"""Folders as the readers of the pages have them, and commands run there."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from grader.catalog import exercises
from grader.data import find_data
from tests.acceptance.classes import FLATTEN, RIGHT, hand_in
from tests.acceptance.conftest import clean_environment
from tests.docs.pages import COURSE, ROOT, STUDENTS, Line

# What a reader puts in the place of a word: after an option, or anywhere.
_AFTER = {"--data": "data", "--cache": "trainings", "--feedback": "pages", "--grader-cache": "trainings"}
_WORDS = {
    "FOLDER": "submissions",
    "DIR": "results",
    "RESULTS": "results",
    "FORMAT": "csv-checks",
    "PATH": "checks.csv",
    "SUBMISSION": "submissions/kim",
    "FILE": "report.json",
    "REPORT": "report.json",
    "POINTS|PERCENT%": "60%",
    "N": "2",
    "ID": FLATTEN,
}
_WORD = re.compile(r"(?<![\w./-])(?:POINTS\|PERCENT%|[A-Z]+)(?![\w./=-])")
_CHOICE = re.compile(r"(?<![\w%])([a-z]+(?:\|[a-z]+)+)(?![\w%])")
_FOR_A_COURSE = (
    "pytest ",
    "grader ci ",
    "grader grade . ",
    "grader grade exercises/ ",
    "grader list",
    "grader doctor",
)
_ON_ALL_DATA_UNLESS_TOLD = re.compile(r"^grader (?:batch|grade|key build)\b(?!.*--profile)")
# A verdict on a student is no failure of the command: of all exercises only one is done. And without a roster
# one of the two is no student of the platform's.
_VERDICTS = re.compile(r"^grader (?:grade|ci)\b|^grader export .*--table(?!.*--roster)")

GRADEBOOK = """\
Student,ID,SIS User ID,SIS Login ID,Section,Chapter 7 (777)
    Points Possible,,,,,20
"Kim, Ha-neul",12345,,kim,A,
"""
WORKSHEET = """\
Identifier,Full name,Username,Status,Grade,Maximum Grade,Grade can be changed,\
Last modified (submission),Last modified (grade),Feedback comments
Participant 1,Kim Ha-neul,kim,Submitted,,20.00,Yes,-,-,
"""


@dataclass(frozen=True)
class Place:
    """A folder, and how commands are run in it."""

    folder: Path
    environment: dict[str, str]

    def change(self) -> None:
        """Write a little more of the exercise, so that there is something to commit."""
        with (self.folder / "exercises" / f"{FLATTEN}.py").open("a", encoding="utf-8") as file:
            file.write("# more\n")

    def run(self, command: str) -> subprocess.CompletedProcess[str]:
        """Return what came of `command`, as a shell runs it here."""
        return subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=600,
            check=False,
        )


def place_of(line: Line) -> str:
    """Return where the reader of a command is: in a course, beside a class, or in the repository."""
    if line.text.startswith(_FOR_A_COURSE) or _is_for_students(line):
        return "course"
    return "clone" if line.page.startswith("docs/maintainers/") else "class"


def allowed(command: str) -> tuple[int, ...]:
    """Return the exit statuses with which `command` has done what it is for."""
    return (0, 1) if _VERDICTS.match(command) else (0,)


def spelled_out(text: str) -> Iterator[str]:
    """Yield the commands that `text` stands for, on the small profile unless it names one.

    A batch is told its isolation: the strongest one differs from machine to machine, and the code is our own.
    """
    whole = re.sub(r"\[(-[^\]]*)\](?:\.\.\.)?", r"\1", text).replace("/grade/", "grade/")
    words = [_filled(whole)]
    for choice in _CHOICE.findall(whole):
        words = [word.replace(choice, one) for word, one in product(words, choice.split("|"))]
    for word in words:
        small = " --profile small" if _ON_ALL_DATA_UNLESS_TOLD.match(word) else ""
        yield word + small + (" --isolation process" if word.startswith("grader batch") else "")


def _filled(text: str) -> str:
    for option, value in _AFTER.items():
        text = re.sub(rf"{option} (?:DIR|FILE)\b", f"{option} {value}", text)
    return _WORD.sub(lambda found: _WORDS.get(found.group(), found.group()), text)


def _is_for_students(line: Line) -> bool:
    return ROOT / line.page in (*STUDENTS, *COURSE)


def course(folder: Path) -> Place:
    """Return a course as a student has it, with one exercise done; what is committed can be pushed."""
    for exercise in exercises():
        stub = folder / "exercises" / f"{exercise.id}.py"
        stub.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(exercise.stub, stub)
    (folder / "exercises" / f"{FLATTEN}.py").write_text(RIGHT, encoding="utf-8")
    settings = (COURSE[0].parent / "pyproject.toml").read_text(encoding="utf-8")
    (folder / "pyproject.toml").write_text(settings.replace("@PROFILE@", "small"), encoding="utf-8")
    (folder / ".venv").symlink_to(sys.prefix)
    (folder / "data").symlink_to(find_data(download=False).folder)
    place = Place(folder, _environment(folder))
    for command in (
        "git init --quiet --initial-branch main",
        "git config user.name Kim && git config user.email kim@example.org",
        f"git init --quiet --bare '{folder.parent}/{folder.name}.git'",
        f"git remote add origin '{folder.parent}/{folder.name}.git'",
        "git config push.autoSetupRemote true",
    ):
        place.run(command).check_returncode()
    return place


def a_class(folder: Path) -> Place:
    """Return a class of two beside tables as the platforms give them, and what a container has."""
    for name in ("kim", "team blue"):
        hand_in(folder / "submissions", name, {FLATTEN: RIGHT})
    hand_in(folder / "grade", "student", {FLATTEN: RIGHT})
    (folder / "grade/results").mkdir()
    with zipfile.ZipFile(folder / "chapter_grader.whl", "w") as wheel:
        wheel.writestr("grader/__init__.py", "")
    (folder / "gradebook.csv").write_text(
        GRADEBOOK + '"Lee, Do-yun",12346,,lee,A,\n', encoding="utf-8", newline="\n"
    )
    (folder / "worksheet.csv").write_text(WORKSHEET, encoding="utf-8", newline="\n")
    (folder / "roster.csv").write_text("submission,student\nteam blue,12346\n", encoding="utf-8")
    return Place(folder, _environment(folder))


def clone(folder: Path) -> Place:
    """Return a copy of the repository's files, whose `grader` is what runs."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    return Place(folder, {**_environment(folder), "PYTHONPATH": str(folder)})


def _environment(folder: Path) -> dict[str, str]:
    trainings = folder.parent / "trainings"
    trainings.mkdir(exist_ok=True)
    return {
        **clean_environment(),
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "GRADER_CACHE_DIR": str(trainings),
        # As the runners of the platforms set them.
        **dict.fromkeys(("CLASSROOM", "ASSIGNMENT", "SUBMISSION_TAG"), "chapter-7"),
        **dict.fromkeys(("COMMIT_URL", "RELEASE_URL"), "https://example.org/kim"),
    }
