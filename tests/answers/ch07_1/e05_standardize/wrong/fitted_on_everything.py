# check: test_standardizes_the_training_part
# hint: scaler_fitted_on_both
import numpy as np
from sklearn.preprocessing import StandardScaler

def standardize(train_flat, test_flat):
    ss = StandardScaler()
    ss.fit(np.vstack([train_flat, test_flat]))
    return ss.transform(train_flat), ss.transform(test_flat)
