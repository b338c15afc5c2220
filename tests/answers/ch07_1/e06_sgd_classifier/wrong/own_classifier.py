# check: test_scores_the_classifier_given
# hint: not_the_classifier_given
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import cross_validate
import numpy as np

def make_classifier(max_iter=5):
    return SGDClassifier(loss="log_loss", max_iter=max_iter, random_state=42)

def cross_validated_accuracy(classifier, x, y):
    classifier = make_classifier()
    scores = cross_validate(classifier, x, y, cv=5)
    return np.mean(scores['test_score'])
