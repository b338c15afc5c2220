"""What a CI job says of a graded repository: a verdict, a job summary, annotations at the student's lines."""
