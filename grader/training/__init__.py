"""A training as a value: said in full, run once by a process that no student's code has touched, and kept."""
