#!/usr/bin/env bash
# Run once by Gradescope, as root, while it builds the image: installs the grader and what it needs.
set -euo pipefail

# Gradescope's folder; another one is named to try the autograder elsewhere.
autograder="${GRADER_AUTOGRADER_DIR:-/autograder}"
source_folder="$autograder/source"
venv="$autograder/venv"

export DEBIAN_FRONTEND=noninteractive
apt-get update
# bubblewrap keeps the students' code from the rest of the machine, where the container lets it.
apt-get install -y --no-install-recommends python3 python3-venv bubblewrap

python3 -m venv "$venv"
(
    cd "$source_folder" # the wheel in requirements.txt is named from there
    "$venv/bin/python" -m pip install --no-cache-dir -r requirements.txt -c constraints.txt
)

# Fashion-MNIST is fetched now if it can be had, so that no submission waits for it; and what works here is
# in the log of this build.
"$venv/bin/grader" doctor || echo "setup.sh: see above what does not work here" >&2
