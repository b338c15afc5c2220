"""What every exercise must have. Whoever adds one is told here what is missing."""

import importlib
import pkgutil
import string
from collections import Counter
from collections.abc import Iterator

import pytest

import grader.checking
import grader.checks
from grader.audit.corpus import answers
from grader.catalog import Exercise, exercises
from grader.checking.hint import Hint
from grader.judging.collecting import checks_of, points_of

EXERCISES = exercises()
ANSWERS = answers()


def hints() -> Iterator[tuple[str, Hint]]:
    """Yield every hint with the name of the module that it stands in."""
    for package in (grader.checking, grader.checks):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for value in vars(importlib.import_module(info.name)).values():
                if isinstance(value, Hint):
                    yield info.name, value


def test_the_chapter_is_whole() -> None:
    assert Counter(exercise.id.partition("/")[0] for exercise in EXERCISES) == {
        "ch07_1": 11,
        "ch07_2": 8,
        "ch07_3": 10,
        "ch07_practice": 5,
    }


def test_the_chapter_is_worth_a_hundred_points() -> None:
    assert sum(points_of(exercise) for exercise in EXERCISES) == pytest.approx(100)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
class TestEveryExercise:
    def test_has_checks_with_points_and_a_title_in_both_languages(self, exercise: Exercise) -> None:
        checks = checks_of(exercise)
        assert checks
        assert len({check.name for check in checks}) == len(checks)
        for check in checks:
            assert check.points > 0
            assert check.title.en.isascii() or "÷" in check.title.en
            assert any("가" <= letter <= "힣" for letter in check.title.ko), check.name

    def test_builds_only_on_checks_that_come_before(self, exercise: Exercise) -> None:
        before: set[str] = set()
        for check in checks_of(exercise):
            assert set(check.after) <= before, check.name
            before.add(check.name)

    def test_shows_students_checks_that_stand_without_the_hidden_ones(self, exercise: Exercise) -> None:
        checks = checks_of(exercise)
        hidden = {check.name for check in checks if check.hidden}
        public = [check for check in checks if not check.hidden]
        assert sum(check.points for check in public) > points_of(exercise) / 2
        assert not hidden & {name for check in public for name in check.after}

    def test_has_a_stub(self, exercise: Exercise) -> None:
        assert exercise.stub.is_file(), "run `grader stub`"

    def test_has_three_right_answers_and_five_wrong_ones(self, exercise: Exercise) -> None:
        mine = [answer for answer in ANSWERS if answer.exercise == exercise.id]
        assert sum(answer.right for answer in mine) >= 3
        assert sum(not answer.right for answer in mine) >= 5

    def test_every_check_is_the_one_that_catches_a_wrong_answer(self, exercise: Exercise) -> None:
        named = {answer.check for answer in ANSWERS if answer.exercise == exercise.id and not answer.right}
        names = {check.name for check in checks_of(exercise)}
        assert named <= names, "a wrong answer names a check that is not there"
        assert names <= named, "no wrong answer is caught by"


def test_a_hint_identifier_has_one_text() -> None:
    texts: dict[str, Hint] = {}
    for module, hint in hints():
        assert texts.setdefault(hint.id, hint) == hint, f"{hint.id} in {module}"


def test_hints_are_in_both_languages_with_the_same_placeholders() -> None:
    formatter = string.Formatter()
    for module, hint in hints():
        assert any("가" <= letter <= "힣" for letter in hint.text.ko), f"{hint.id} in {module}"
        assert not any("가" <= letter <= "힣" for letter in hint.text.en), f"{hint.id} in {module}"
        english, korean = (
            {name for _, name, _, _ in formatter.parse(text) if name} for text in (hint.text.en, hint.text.ko)
        )
        assert {name.removesuffix("_ko") for name in korean} == english, f"{hint.id} in {module}"
        assert hint.id.isidentifier()
        assert hint.id.islower()
