import numpy as np
from matplotlib.figure import Figure
from sklearn.base import clone
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import StratifiedKFold


def _fold_scores(model, x, y):
    for a, b in StratifiedKFold(n_splits=5).split(x, y):
        m = clone(model).fit(x[a], y[a])
        yield m.score(x[a], y[a]), m.score(x[b], y[b])


def score_curve(x, y, max_iters):
    result = np.zeros((2, len(max_iters)))
    base = SGDClassifier(loss="log_loss", random_state=42)
    for i, n in enumerate(max_iters):
        base.set_params(max_iter=n)
        result[:, i] = np.mean(list(_fold_scores(base, x, y)), axis=0)
    return result


def plot_score_curve(max_iters, train_scores, test_scores):
    fig = Figure()
    ax = fig.subplots()
    ax.plot(max_iters, test_scores, "o--", color="tab:red", label="검증 점수")
    ax.plot(max_iters, train_scores, "o-", color="tab:blue", label="훈련 점수")
    ax.axhline(1.0, color="gray", lw=0.5)
    ax.set(xlabel="반복 횟수", ylabel="정확도", title="max_iter")
    fig.legend()
    return fig
