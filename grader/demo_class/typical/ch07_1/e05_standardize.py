from sklearn.preprocessing import StandardScaler

def standardize(train_flat, test_flat):
    ss = StandardScaler()
    train_std = ss.fit_transform(train_flat)
    test_std = ss.fit_transform(test_flat)
    return train_std, test_std
