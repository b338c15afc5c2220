# check: test_holds_out_a_fifth
# hint: split_rows_changed
from sklearn.model_selection import train_test_split

def split(scaled, target):
    images = scaled.reshape(-1, 28, 28)
    return train_test_split(images, target, test_size=0.2, random_state=42)
