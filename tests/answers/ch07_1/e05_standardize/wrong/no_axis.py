# check: test_standardizes_the_training_part
# hint: not_per_column
def standardize(train_flat, test_flat):
    mean = train_flat.mean()
    std = train_flat.std()
    return (train_flat - mean) / std, (test_flat - mean) / std
