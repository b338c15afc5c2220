# check: test_holds_out_a_fifth
# hint: test_size_invalid
from sklearn.model_selection import train_test_split

def split(scaled, target):
    return train_test_split(scaled, target, test_size=12000, random_state=42)
