"""The grader is graded: answers that say of themselves what their verdict must be, and how it is told."""
