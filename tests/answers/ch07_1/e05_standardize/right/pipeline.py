from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

def standardize(train_flat, test_flat):
    pipe = make_pipeline(StandardScaler())
    return pipe.fit_transform(train_flat), pipe.transform(test_flat)
