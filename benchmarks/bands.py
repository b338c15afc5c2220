"""How far the judged accuracies of the reference lie apart over seeds.

`Lesson.accuracy_band` is set by this.
"""

from __future__ import annotations

import argparse
import statistics
from pathlib import Path
from typing import Any

from grader.catalog import exercises, find
from grader.checking.expect import as_items, as_model
from grader.checking.network import accuracy
from grader.data import Profile
from grader.judging import Resources, Settings

TRAININGS = (
    ("ch07_2/e04_train_sigmoid", "flat", False),
    ("ch07_2/e06_train_relu", "images", False),
    ("ch07_2/e08_train_adam", "images", False),
    ("ch07_3/e05_dropout", "images", True),
)


def main() -> None:
    """Print the spread of each training."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", choices=["small", "full"], default="small")
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--data", type=Path)
    options = parser.parse_args()
    resources = Resources(Settings(Profile(options.profile), data_folder=options.data, download=False))
    resources.expect(exercise.reference for exercise in exercises())
    for identifier, shape, validated in TRAININGS:
        split = resources.lesson.images.flat if shape == "flat" else resources.lesson.images
        arguments: tuple[Any, ...] = split.all if validated else split.train
        found = []
        for seed in range(options.seeds):
            outcome = resources.reference(find(identifier)).call(
                "train", *arguments, seed=seed, timeout_seconds=resources.lesson.training_seconds
            )
            model = as_model(as_items(outcome.value, "train", ("model", "history"))[0], "train")
            found.append(accuracy(model, split.val_x, split.val_y))
        print(
            f"{identifier:28} {resources.source.name} {options.profile}: mean {statistics.mean(found):.4f}, "
            f"standard deviation {statistics.stdev(found):.4f}, {min(found):.4f} to {max(found):.4f} "
            f"over {len(found)} seeds"
        )
    resources.close()


if __name__ == "__main__":
    main()
