# check: test_holds_out_a_fifth
# hint: wrong_validation_share
from sklearn.model_selection import train_test_split

def split(scaled, target):
    return train_test_split(scaled, target, random_state=42)
