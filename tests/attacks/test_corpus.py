"""The corpus says what it holds."""

import re

from grader.catalog import exercises
from grader.report import Reason
from tests.attacks.corpus import attacks

# Archives and other files (27 and 28) are tried where they are unpacked and read: tests/submission.
LINES = {*range(1, 27), 29, 30, 31}


def test_every_line_of_the_list_has_an_attack() -> None:
    assert {attack.line for attack in attacks()} == LINES


def test_an_attack_stands_under_the_number_of_its_line() -> None:
    assert [attack.name for attack in attacks() if not attack.name.startswith(f"{attack.line:02}_")] == []


def test_what_an_attack_is_an_answer_to_and_the_verdict_that_it_must_get_are_known() -> None:
    reasons = "|".join(reason.value for reason in Reason)
    known = {exercise.id for exercise in exercises()}
    for attack in attacks():
        assert attack.exercise in known, attack
        for verdict in (attack.verdict, *attack.exceptions.values()):
            assert re.fullmatch(f"passed|failed(/({reasons}))?", verdict), attack
