"""A course as students get it: their wheel of the grader, their repository, and no answer in either."""
