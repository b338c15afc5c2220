from sklearn.preprocessing import StandardScaler

def standardize(train_flat, test_flat):
    ss = StandardScaler()
    ss.fit(train_flat)
    train_std = ss.transform(train_flat)
    test_std = ss.transform(test_flat)
    return train_std, test_std
