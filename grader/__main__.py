"""`python -m grader`: the command line where the console script is not on the path."""

from grader.cli import main

main(prog_name="grader")
