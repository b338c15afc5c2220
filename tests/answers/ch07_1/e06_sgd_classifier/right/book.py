import numpy as np
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import cross_validate


def make_classifier(max_iter=5):
    sc = SGDClassifier(loss='log_loss', max_iter=max_iter, random_state=42)
    return sc


def cross_validated_accuracy(classifier, x, y):
    scores = cross_validate(classifier, x, y, n_jobs=-1)
    return np.mean(scores['test_score'])
