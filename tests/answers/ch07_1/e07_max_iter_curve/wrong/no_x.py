# check: test_draws_both_curves_against_max_iters
# hint: not_against_max_iters
import numpy as np
import matplotlib.pyplot as plt
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import cross_validate


def score_curve(x, y, max_iters):
    train_scores, test_scores = [], []
    for m in max_iters:
        sc = SGDClassifier(loss="log_loss", max_iter=m, random_state=42)
        scores = cross_validate(sc, x, y, cv=5, return_train_score=True)
        train_scores.append(np.mean(scores["train_score"]))
        test_scores.append(np.mean(scores["test_score"]))
    return train_scores, test_scores

def plot_score_curve(max_iters, train_scores, test_scores):
    plt.figure()
    plt.plot(train_scores)
    plt.plot(test_scores)
    plt.xlabel('max_iter')
    plt.ylabel('score')
    plt.legend(['train', 'test'])
    return plt.gcf()
