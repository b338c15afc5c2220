"""What each accuracy's band would catch by itself, of the mutants of the reference that train.

The checks look at the recorded call of `fit` first, which says what is wrong; this says what would be left if
they did not.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from grader.audit.mutation import mutants
from grader.catalog import Exercise, exercises, find
from grader.checking.finding import GraderFaultError
from grader.data import Profile
from grader.judging import Resources, Settings
from grader.judging.collecting import Work
from grader.judging.judge import Judge, Judged, with_judge
from grader.judging.measuring import is_trained
from grader.language import Language


@dataclass
class Caught:
    """How many mutants trained, how many of those lie outside the band, and the best of those inside."""

    trained: int = 0
    outside: int = 0
    inside: list[tuple[float, str]] = field(default_factory=list)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", choices=["small", "full"], default="small")
    parser.add_argument("--data", type=Path)
    parser.add_argument("--exercise", action="append", metavar="ID")
    options = parser.parse_args()
    chosen = [find(name) for name in options.exercise or ()] or [
        one for one in exercises() if is_trained(one)
    ]
    print("| exercise | band | mutants that train | outside the band | inside, for example |")
    print("| --- | --- | ---: | ---: | --- |")
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            Profile(options.profile), data_folder=options.data, cache_folder=Path(folder, "cache")
        )
        resources = Resources(settings)
        resources.expect(exercise.reference for exercise in chosen)
        try:
            for exercise in chosen:
                print(_row(resources, exercise, Path(folder)), flush=True)
        finally:
            resources.close()


def _row(resources: Resources, exercise: Exercise, folder: Path) -> str:
    band = resources.distributions(exercise, "cpu")["accuracy"].band
    caught = Caught()
    for number, mutant in enumerate(mutants(exercise.reference.read_text(encoding="utf-8"))):
        file = folder / str(number) / f"{exercise.id}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(mutant.source, encoding="utf-8")
        value = _accuracy(resources, exercise, file)
        if value is None:
            continue
        caught.trained += 1
        if value >= band.lower:
            caught.inside.append((value, mutant.what))
        else:
            caught.outside += 1
    example = "".join(f"{value:.4f}: {what}" for value, what in sorted(caught.inside)[:1]).replace("|", "\\|")
    return f"| {exercise.id} | {band} | {caught.trained} | {caught.outside} | {example} |"


def _accuracy(resources: Resources, exercise: Exercise, file: Path) -> float | None:
    """Return the accuracy of the model that `file` trains, if it trains one."""

    def work(judge: Judge) -> Judged:
        return judge.judge(exercise, Work(file, file.parent.parent), fixture="bands")

    try:
        return with_judge(resources, Language.EN, work).measured.get("accuracy")
    except GraderFaultError:
        return None


if __name__ == "__main__":
    main()
