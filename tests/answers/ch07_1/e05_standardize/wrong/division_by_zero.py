# check: test_divides_constant_columns_by_1
# hint: constant_column
def standardize(train_flat, test_flat):
    mean = train_flat.mean(axis=0)
    std = train_flat.std(axis=0)
    return (train_flat - mean) / std, (test_flat - mean) / std
