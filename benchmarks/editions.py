"""The table of docs/maintainers/editions.md: audits of one corpus under several versions of libraries.

`python benchmarks/editions.py AUDIT.json...`, of what `grader audit --json` wrote, a row for each file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from grader.audit.model import Audit

HEADINGS = (
    "environment",
    "Python",
    "TensorFlow",
    "Keras",
    "scikit-learn",
    "right accepted",
    "wrong rejected",
    "with their own hint",
    "errors",
)


def row(name: str, audit: Audit) -> tuple[str, ...]:
    """Return what one audit comes to."""
    where, counts = audit.environment, audit.totals
    return (
        f"`{name}`",
        where.python,
        where.tensorflow,
        where.keras,
        where.scikit_learn,
        f"{counts.right_accepted} / {counts.right}",
        f"{counts.wrong_rejected} / {counts.wrong}",
        f"{counts.intended} / {counts.wrong_rejected}",
        str(counts.errors),
    )


def deviations(name: str, audit: Audit) -> Iterator[str]:
    """Yield a line for each verdict that is not as it must be."""
    for exercise in audit.exercises:
        for case in exercise.cases:
            if case.deviation is not None:
                said = f"{case.deviation.value}, {case.check} {case.hint}"
                yield f"- `{name}`: `{exercise.id}` {case.kind.value} `{case.name}`: {said}"


def main(files: list[str]) -> None:
    """Print the table, and what is not as it must be."""
    audits = {Path(file).stem: msgspec.json.decode(Path(file).read_bytes(), type=Audit) for file in files}
    rows = [HEADINGS, ("---",) * len(HEADINGS), *(row(*each) for each in audits.items())]
    print("\n".join(f"| {' | '.join(cells)} |" for cells in rows))
    print()
    print("\n".join(line for each in audits.items() for line in deviations(*each)) or "No deviation.")


if __name__ == "__main__":
    main(sys.argv[1:])
