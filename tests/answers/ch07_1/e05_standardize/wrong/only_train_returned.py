# check: test_standardizes_the_training_part
# hint: wrong_number_of_values
from sklearn.preprocessing import StandardScaler

def standardize(train_flat, test_flat):
    ss = StandardScaler()
    ss.fit(train_flat)
    train_std = ss.transform(train_flat)
    return train_std
