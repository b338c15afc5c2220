# check: test_standardizes_the_training_part
# hint: standardized_parts_swapped
from sklearn.preprocessing import StandardScaler

def standardize(train_flat, test_flat):
    ss = StandardScaler().fit(train_flat)
    return ss.transform(test_flat), ss.transform(train_flat)
