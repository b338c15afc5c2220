# check: test_averages_over_five_folds
# hint: one_fold_only
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import cross_validate
import numpy as np

def make_classifier(max_iter=5):
    return SGDClassifier(loss="log_loss", max_iter=max_iter, random_state=42)

def cross_validated_accuracy(classifier, x, y):
    scores = cross_validate(classifier, x, y, cv=5)
    return max(scores['test_score'])
