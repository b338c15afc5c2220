import numpy as np

def standardize(train_flat, test_flat):
    train_std = np.empty(train_flat.shape, dtype="float32")
    test_std = np.empty(test_flat.shape, dtype="float32")
    for j in range(train_flat.shape[1]):
        m = train_flat[:, j].mean()
        s = train_flat[:, j].std()
        if s < 1e-12:
            s = 1.0
        train_std[:, j] = (train_flat[:, j] - m) / s
        test_std[:, j] = (test_flat[:, j] - m) / s
    return [train_std, test_std]
