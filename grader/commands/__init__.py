"""What the commands do, each in a module of its own; `grader.cli` only parses."""

# Exit statuses: everything passed, something did not, wrong usage, the grader's own failure; and ended by
# Ctrl-C, as shells say it.
PASSED, NOT_PASSED, USAGE, CANNOT_GRADE, INTERRUPTED = 0, 1, 2, 3, 130
