"""The checks that judge the exercises: the same path as the exercise."""
