"""Run where the wheel is installed: it takes one top-level name, and brings the course along."""

import sys
from importlib.metadata import files
from pathlib import Path


def main() -> int:
    """Return 0 if the wheel holds what it should, and nothing beside it."""
    installed = [file for file in files("chapter-grader") or () if file.parts[0] != ".."]  # .. is the script
    names = {file.parts[0] for file in installed if not file.parts[0].endswith(".dist-info")}
    course = [file for file in installed if file.parts[:3] == ("grader", "_course", "reference")]
    references = [file for file in course if file.suffix == ".py"]
    # The answer key too, where there is one.
    key = {file.name for file in course if file.parts[3] == "key"}
    built = {file.name for file in (Path(__file__).parent.parent / "reference" / "key").glob("*")}
    told = f"top-level names: {sorted(names)}; references: {len(references)}; key: {sorted(key)}"
    sys.stdout.write(f"{told}\n")
    return 0 if names == {"grader"} and len(references) == 34 and key == built else 1


if __name__ == "__main__":
    sys.exit(main())
