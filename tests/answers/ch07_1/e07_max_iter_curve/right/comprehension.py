import matplotlib.pyplot as plt
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import cross_validate

def one(x, y, m):
    r = cross_validate(SGDClassifier(loss='log_loss', random_state=42, max_iter=m), x, y,
                       return_train_score=True, n_jobs=-1)
    return r['train_score'].mean(), r['test_score'].mean()

def score_curve(x, y, max_iters):
    pairs = [one(x, y, m) for m in max_iters]
    return [p[0] for p in pairs], [p[1] for p in pairs]

def plot_score_curve(max_iters, train_scores, test_scores):
    f = plt.figure(figsize=(6, 4))
    lines = plt.plot(max_iters, train_scores, 'k-', max_iters, test_scores, 'k:')
    plt.legend(lines, ["Training score", "Cross-validation score"])
    plt.xlabel("number of iterations")
    plt.ylabel("mean accuracy")
    plt.savefig("curve.png")
    plt.close(f)
    return f
