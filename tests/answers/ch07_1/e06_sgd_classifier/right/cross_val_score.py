from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import StratifiedKFold, cross_val_score

def make_classifier(max_iter=5):
    return SGDClassifier(random_state=42, max_iter=max_iter, loss="log_loss", n_jobs=2)

def cross_validated_accuracy(classifier, x, y):
    return cross_val_score(classifier, x, y, cv=StratifiedKFold(n_splits=5)).mean()
