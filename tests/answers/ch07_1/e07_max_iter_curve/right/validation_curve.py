import matplotlib.pyplot as plt
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import validation_curve

def score_curve(x, y, max_iters):
    train, test = validation_curve(SGDClassifier(loss='log_loss', random_state=42), x, y,
                                   param_name='max_iter', param_range=max_iters, cv=5)
    return train.mean(axis=1), test.mean(axis=1)

def plot_score_curve(max_iters, train_scores, test_scores):
    fig, ax = plt.subplots()
    for scores, name in [(train_scores, 'train'), (test_scores, 'test')]:
        ax.plot(max_iters, scores, label=name)
    ax.set_xlabel('max_iter'); ax.set_ylabel('score')
    ax.legend(loc='lower right')
    return fig
