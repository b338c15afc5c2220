"""Tries every attack on this machine and prints the table of verdicts: `python -m tests.attacks.table`.

Words that follow are parts of the names of attacks, to try these only.
"""

from __future__ import annotations

import sys
from typing import Any

import msgspec

from grader.report import Report
from tests.attacks.corpus import Attack, attacks
from tests.attacks.machine import PLACES, Machine
from tests.attacks.surroundings import REACHED
from tests.attacks.verdicts import verdict_of


def main() -> None:
    """Print a row per attack, user and level as Markdown; end with status 1 if one is not as it should be."""
    words = sys.argv[1:] or [""]
    chosen = [attack for attack in attacks() if any(word in attack.name for word in words)]
    _print("line", "submission", "level", "user", "verdict", "as expected", "reached, changed or left", "s")
    _print("---:", *["---"] * 6, "---:")
    held = True
    for user, level in PLACES:
        machine = Machine(user, level)
        for attack in chosen:
            held &= _row(attack, user, level, machine.judge(attack.name))
        machine.close()
    sys.exit(not held)


def _row(attack: Attack, user: str, level: str, found: dict[str, Any]) -> bool:
    verdict = verdict_of(msgspec.convert(found["report"], Report))
    expected = attack.expected(user, level)
    harm = [*found["changes"], *found["left_behind"]]
    harm += ["secret"] * found["secret_told"] + ["reached"] * (REACHED in found["told"])
    harm += ["next not graded"] * (found["next"] != "passed")
    as_expected = "yes" if verdict == expected else f"no: {expected}"
    told = ", ".join(harm) or "nothing"
    _print(attack.line, attack.name, level, user, verdict, as_expected, told, found["seconds"])
    return verdict == expected and not harm


def _print(*cells: object) -> None:
    sys.stdout.write(f"| {' | '.join(map(str, cells))} |\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
