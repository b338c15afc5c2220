# check: test_holds_out_a_fifth
# hint: stratify_too_few
from sklearn.model_selection import train_test_split

def split(scaled, target):
    return train_test_split(scaled, target, stratify=target, test_size=0.2, random_state=42)
