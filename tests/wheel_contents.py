"""Run where the wheel is installed: it takes one top-level name, and brings the course along."""

import sys
from importlib.metadata import files


def main() -> int:
    """Return 0 if the wheel holds what it should, and nothing beside it."""
    installed = [file for file in files("chapter-grader") or () if file.parts[0] != ".."]  # .. is the script
    names = {file.parts[0] for file in installed if not file.parts[0].endswith(".dist-info")}
    course = [file for file in installed if file.parts[:3] == ("grader", "_course", "reference")]
    references = [file for file in course if file.suffix == ".py"]
    sys.stdout.write(f"top-level names: {sorted(names)}; references: {len(references)}\n")
    return 0 if names == {"grader"} and len(references) == 34 else 1


if __name__ == "__main__":
    sys.exit(main())
