# check: test_standardizes_the_training_part
# hint: only_centred_or_only_scaled
import numpy as np

def standardize(train_flat, test_flat):
    mean, var = train_flat.mean(0), train_flat.var(0)
    var[var == 0] = 1
    return (train_flat - mean) / var, (test_flat - mean) / var
