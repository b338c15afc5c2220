# check: test_makes_a_logistic_regression
# hint: other_classifier_setting
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import cross_validate
import numpy as np

def make_classifier(max_iter=5):
    # run all the epochs
    return SGDClassifier(loss='log_loss', max_iter=max_iter, random_state=42, tol=None)

def cross_validated_accuracy(classifier, x, y):
    scores = cross_validate(classifier, x, y, cv=5)
    return np.mean(scores["test_score"])
