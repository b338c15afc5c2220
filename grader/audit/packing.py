"""Cases as a class that has handed them in: an audit is a batch."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from grader.audit.cases import Case
from grader.submission.alone import stands_alone

Packed = Mapping[str, Mapping[str, Case]]
"""The cases of each submission by the ids of their exercises, by the submissions' names."""


def pack(cases: Iterable[Case]) -> Packed:
    """Return `cases` as submissions: the k-th holds the k-th case of every exercise.

    A case that looks around is a submission by itself: its verdict depends on whatever lies beside it, and
    would have to be given anew whenever another answer changes.
    """
    rows: list[dict[str, Case]] = []
    alone: list[dict[str, Case]] = []
    taken: dict[str, int] = defaultdict(int)
    for case in cases:
        if not stands_alone(case.source):
            alone.append({case.exercise: case})
            continue
        row = taken[case.exercise]
        taken[case.exercise] += 1
        if row == len(rows):
            rows.append({})
        rows[row][case.exercise] = case
    return _named("together", rows) | _named("alone", alone)


def hand_in(packed: Packed, folder: Path) -> None:
    """Write every submission to `folder`, in the place of whatever was there.

    Raises:
        OSError: if it cannot be written.
    """
    shutil.rmtree(folder, ignore_errors=True)
    for name, held in packed.items():
        for exercise, case in held.items():
            file = folder / name / f"{exercise}.py"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(case.source)


def _named(word: str, rows: Sequence[dict[str, Case]]) -> dict[str, dict[str, Case]]:
    return {f"{word}-{number:03}": row for number, row in enumerate(rows)}
