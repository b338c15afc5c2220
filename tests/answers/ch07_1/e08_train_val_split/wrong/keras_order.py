# check: test_holds_out_a_fifth
# hint: split_in_another_order
from sklearn.model_selection import train_test_split

def split(scaled, target):
    x_train, x_val, y_train, y_val = train_test_split(scaled, target, test_size=0.2, random_state=42)
    return x_train, y_train, x_val, y_val
