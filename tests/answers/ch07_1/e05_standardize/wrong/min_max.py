# check: test_standardizes_the_training_part
# hint: another_scaling
from sklearn.preprocessing import MinMaxScaler

def standardize(train_flat, test_flat):
    scaler = MinMaxScaler()
    return scaler.fit_transform(train_flat), scaler.transform(test_flat)
