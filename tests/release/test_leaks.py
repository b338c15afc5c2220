"""Answers are found wherever they are hidden: respelled, in a comment, in an archive within an archive."""

import io
import textwrap
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from grader.catalog import Exercise, exercises, find
from grader.release.leaks import hidden_of, leaks, secrets, solution_of
from grader.stub import stub_source

SECRETS = secrets()
FLATTEN_BODY = next(solution_of(find("ch07_1/e04_scale_and_flatten")))


def zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize("exercise", exercises(), ids=lambda exercise: exercise.id)
def test_every_solution_is_known_as_one_and_no_stub_is(exercise: Exercise) -> None:
    source = exercise.reference.read_bytes()
    found = {leak.secret for leak in leaks({"kim.py": source}, SECRETS)}
    assert found >= set(solution_of(exercise))
    assert {secret.where.rpartition(" ")[2] for secret in solution_of(exercise)} >= {
        function.name for function in exercise.functions
    }
    assert leaks({"stub.py": stub_source(source.decode()).encode()}, SECRETS) == []


def test_there_is_a_secret_for_each_hidden_check() -> None:
    hidden = [secret for exercise in exercises() for secret in hidden_of(exercise)]
    assert len(hidden) == 10
    for secret in hidden:
        name = secret.where.rpartition(" ")[2]
        assert name.startswith("test_")


def spellings() -> dict[str, bytes]:
    """Return files that all tell the same solution."""
    body = FLATTEN_BODY.code
    lines = body.splitlines()
    commented = "\n\n    # as I like it\n    ".join(lines).replace(" / ", "/").replace("(", "( ")
    return {
        "respelled.py": f"def f(images):\n    {commented}\n".encode(),
        "method.py": ("class A:\n    def b(self):\n" + textwrap.indent(body, " " * 8)).encode(),
        "said.md": f"Write `{'` and then `'.join(lines)}`.".replace(" and then ", " ").encode(),
        "archive.zip": zipped(inner=zipped(a=body.encode())),
    }


@pytest.mark.parametrize(("name", "content"), spellings().items(), ids=spellings())
def test_however_it_is_spelled_it_is_found(name: str, content: bytes) -> None:
    assert [leak.secret for leak in leaks({name: content}, SECRETS)] == [FLATTEN_BODY]


def test_where_it_stands_is_said() -> None:
    (leak,) = leaks({"wheel.whl": zipped(key=zipped(note=FLATTEN_BODY.code.encode()))}, SECRETS)
    assert leak.file == "wheel.whl!key!note"


def test_other_code_is_no_leak() -> None:
    assert leaks({"a.py": b"def f(images):\n    return images.reshape(-1) / 256\n"}, SECRETS) == []
