# check: test_names_the_right_curve
# hint: score_curve_misnamed
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
    fig = plt.figure()
    plt.plot(max_iters, train_scores)
    plt.plot(max_iters, test_scores)
    plt.xlabel('max_iter')
    plt.ylabel('score')
    plt.legend(['test', 'train'])
    return fig
