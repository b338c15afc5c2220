"""Commands of the pages that are not run here, and what runs them, or why nothing does."""

from typing import Final

# By what a page says: an environment of tox, or a file of the repository.
ELSEWHERE: Final = {
    "python3 -m venv .venv && .venv/bin/pip install --quiet . && .venv/bin/grader demo": ".ci/run",
    "python3 -m venv .venv && .venv/bin/pip install --quiet tox && .venv/bin/tox": ".ci/run",
    # A course that is released, and installed from its requirements into a fresh environment.
    "python3 -m venv .venv": "tests/acceptance/test_release.py",
    ".venv/bin/pip install -r requirements.txt": "tests/acceptance/test_release.py",
    "grader release course/": "tests/acceptance/test_release.py",
    "grader release FOLDER [--profile small]": "tests/acceptance/test_release.py",
    # Environments that tox installs with just these extras.
    "pip install '.[release]'": "release",
    "pip install '.[docs]'": "docs",
    "pip install '.[legacy]'": "py311-newest-legacy",
    "TF_USE_LEGACY_KERAS=1 grader batch submissions/ --out results/": "py311-newest-legacy",
    ".venv/bin/pip install --editable '.[dev]'": "docs",
    "mkdocs build --strict --config-file docs/site/mkdocs.yml": "docs",
    "tox -e docs": "docs",
    # The whole repository, or the whole chapter.
    "ruff check .": "lint",
    "ruff format --check .": "lint",
    "mypy": "types",
    "grader audit": "audit",
    "grader calibrate": "tests/commands/test_calibrate.py",
    "grader key verify [--retrain]": "key",
}

# They change the computer that they are typed on.
NOWHERE: Final = {
    "sudo apt install python3-venv": "installs a package of Debian's",
    "Set-ExecutionPolicy -Scope CurrentUser RemoteSigned": "allows PowerShell to run scripts",
}
