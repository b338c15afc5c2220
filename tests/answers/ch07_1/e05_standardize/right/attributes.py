from sklearn import preprocessing

scaler = preprocessing.StandardScaler()

def standardize(train_flat, test_flat):
    scaler.fit(train_flat)
    a = (train_flat - scaler.mean_) / scaler.scale_
    b = (test_flat - scaler.mean_) / scaler.scale_
    return a, b
