"""What the commands do, each in a module of its own; `grader.cli` only parses."""
