"""Trainings of scikit-learn: `fit`, `cross_validate` and `cross_val_score` as recipes."""
