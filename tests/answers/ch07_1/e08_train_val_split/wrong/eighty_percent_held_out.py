# check: test_holds_out_a_fifth
# hint: wrong_validation_share
from sklearn.model_selection import train_test_split

def split(scaled, target):
    return train_test_split(scaled, target, test_size=0.8, random_state=42)
