# check: test_makes_a_logistic_regression
# hint: sgd_loss_log
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import cross_validate
import numpy as np

def make_classifier(max_iter=5):
    # 로지스틱 회귀
    return SGDClassifier(loss='log', max_iter=max_iter, random_state=42)

def cross_validated_accuracy(classifier, x, y):
    scores = cross_validate(classifier, x, y, cv=5)
    return np.mean(scores["test_score"])
