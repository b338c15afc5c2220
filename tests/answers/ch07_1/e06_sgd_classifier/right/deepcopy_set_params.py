import copy
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import cross_validate

def make_classifier(max_iter=5):
    clf = SGDClassifier()
    clf.set_params(loss='log_loss', max_iter=max_iter, random_state=42)
    return clf

def cross_validated_accuracy(classifier, x, y):
    c = copy.deepcopy(classifier)
    result = cross_validate(c, x, y, cv=5, scoring='accuracy', return_train_score=True)
    scores = list(result['test_score'])
    return float(sum(scores) / len(scores))
