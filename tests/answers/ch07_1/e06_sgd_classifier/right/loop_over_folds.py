from sklearn.base import clone
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import StratifiedKFold


def make_classifier(max_iter=5):
    params = {"loss": "log_loss", "random_state": 42}
    params["max_iter"] = max_iter
    return SGDClassifier(**params)


def cross_validated_accuracy(classifier, x, y):
    total = 0
    for train, test in StratifiedKFold(5).split(x, y):
        model = clone(classifier)         # 원래 분류기는 그대로 둔다
        model.fit(x[train], y[train])
        total += (model.predict(x[test]) == y[test]).mean()
    return total / 5
