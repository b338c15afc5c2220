# check: test_standardizes_the_training_part
# hint: not_fitted
from sklearn.preprocessing import StandardScaler

def standardize(train_flat, test_flat):
    ss = StandardScaler()
    return ss.transform(train_flat), ss.transform(test_flat)
