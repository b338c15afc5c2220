from sklearn.model_selection import ShuffleSplit

def split(scaled, target):
    splitter = ShuffleSplit(n_splits=1, test_size=0.2, random_state=42)
    for train, val in splitter.split(scaled, target):
        return [scaled[train], scaled[val], target[train], target[val]]
