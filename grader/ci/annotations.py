"""What GitHub shows beside the lines of a file: one annotation for each failed check, as far as they go."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from grader.ci import wording
from grader.ci.places import line_of, source_of
from grader.ci.workflow_commands import command
from grader.language import Language
from grader.report import CheckResult, CheckStatus, ExerciseResult, Report, Status, summary
from grader.report import wording as words

MOST_OF_A_KIND = 10
"""How many annotations of a kind GitHub shows of a step; the rest it drops without a word."""

_IDENTIFIER = re.compile(r"\w+(/\w+)*", re.ASCII)


class Kind(str, Enum):
    """How an annotation is shown."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True)
class Annotation:
    """A text beside a line of a file, or, without a file, on the job's page."""

    kind: Kind
    title: str
    message: str
    file: str = ""
    line: int = 1

    @property
    def as_command(self) -> str:
        """The line that has GitHub show it."""
        place = {"file": self.file, "line": str(self.line)} if self.file else {}
        return command(self.kind.value, {**place, "title": self.title}, self.message)


def annotations_on(report: Report, language: Language, folder: Path) -> Iterator[Annotation]:
    """Yield an annotation for each failed check, at the student's line of the files in `folder`.

    What could not be judged by the grader's own fault is a warning. `folder` is relative to the repository.
    """
    for exercise in report.exercises:
        # An id that is no plain path would lead elsewhere.
        file = folder / f"{exercise.id}.py" if _IDENTIFIER.fullmatch(exercise.id) else None
        path = file.as_posix() if file else ""
        if exercise.status is Status.ERROR:
            message = words.GRADERS_FAULT_SENTENCE.in_language(language)
            yield Annotation(Kind.WARNING, exercise.title.in_language(language), message, path)
        elif exercise.status is Status.FAILED:
            yield from _failures(exercise, language, path, source_of(file) if file else None)


def shown(annotations: Iterable[Annotation], language: Language) -> Iterator[Annotation]:
    """Yield as many of `annotations` as GitHub shows, and a notice that says how many more there are."""
    counts: Counter[Kind] = Counter()
    for annotation in annotations:
        counts[annotation.kind] += 1
        if counts[annotation.kind] <= MOST_OF_A_KIND:
            yield annotation
    left_out = sum(max(0, count - MOST_OF_A_KIND) for count in counts.values())
    if left_out:
        text = wording.MORE_IN_SUMMARY.format(count=left_out).in_language(language)
        yield Annotation(Kind.NOTICE, wording.MORE_TITLE.in_language(language), text)


def _failures(
    exercise: ExerciseResult, language: Language, file: str, source: bytes | None
) -> Iterator[Annotation]:
    failed = summary.with_status(exercise, CheckStatus.FAILED)
    for check in failed:
        line = line_of(check, exercise.id, source)
        title = check.title.in_language(language)
        yield Annotation(Kind.ERROR, title, _message(check, language), file, line)
    first = summary.first_to_fix(exercise)
    if not failed and first is not None:
        title = exercise.title.in_language(language)
        yield Annotation(Kind.ERROR, title, first.in_language(language), file)


def _message(check: CheckResult, language: Language) -> str:
    cause = summary.cause(check)
    labelled = [
        (words.EXPECTED, check.expected),
        (words.ACTUAL, check.actual),
        (words.READ_ON, check.read.in_language(language) if check.read else None),
    ]
    lines = [cause.in_language(language)] if cause else []
    lines += [f"{label.in_language(language)}: {value}" for label, value in labelled if value]
    return "\n".join(" ".join(line.split()) for line in lines) or check.title.in_language(language)
