# check: test_standardizes_the_training_part
# hint: scaler_fitted_on_test_only
from sklearn.preprocessing import StandardScaler

def standardize(train_flat, test_flat):
    ss = StandardScaler()
    ss.fit(train_flat)
    ss.fit(test_flat)   # 테스트도 학습
    return ss.transform(train_flat), ss.transform(test_flat)
