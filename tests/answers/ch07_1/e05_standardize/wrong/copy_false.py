# check: test_leaves_both_parts_alone
# hint: input_changed
from sklearn.preprocessing import StandardScaler

def standardize(train_flat, test_flat):
    ss = StandardScaler(copy=False)  # saves memory
    return ss.fit_transform(train_flat), ss.transform(test_flat)
