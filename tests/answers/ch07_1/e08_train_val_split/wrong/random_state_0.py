# check: test_chooses_with_random_state_42
# hint: split_other_random_state
from sklearn.model_selection import train_test_split

def split(scaled, target):
    return train_test_split(scaled, target, test_size=0.2, random_state=0)
