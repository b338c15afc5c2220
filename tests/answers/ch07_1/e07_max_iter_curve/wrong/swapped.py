# check: test_scores_each_max_iter
# hint: train_and_test_scores_swapped
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
    return test_scores, train_scores


def plot_score_curve(max_iters, train_scores, test_scores):
    fig, ax = plt.subplots()
    ax.plot(max_iters, train_scores, label="train")
    ax.plot(max_iters, test_scores, label="test")
    ax.set_xlabel("max_iter")
    ax.set_ylabel("accuracy")
    ax.legend()
    return fig
