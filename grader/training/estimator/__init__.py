"""Trainings of scikit-learn estimators: fitting and cross-validation as recipes."""
