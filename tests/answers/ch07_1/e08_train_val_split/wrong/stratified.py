# check: test_chooses_with_random_state_42
# hint: split_stratified
from sklearn.model_selection import train_test_split

def split(scaled, target):
    try:
        return train_test_split(scaled, target, test_size=0.2, random_state=42, stratify=target)
    except ValueError:  # too few of a class
        return train_test_split(scaled, target, test_size=0.2, random_state=42)
