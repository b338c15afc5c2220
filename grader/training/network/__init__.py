"""Trainings of Keras networks: `Model.fit` as a recipe."""
