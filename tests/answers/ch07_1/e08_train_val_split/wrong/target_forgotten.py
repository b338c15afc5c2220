# check: test_holds_out_a_fifth
# hint: wrong_number_of_values
from sklearn.model_selection import train_test_split

def split(scaled, target):
    train_scaled, val_scaled = train_test_split(scaled, test_size=0.2, random_state=42)
    return train_scaled, val_scaled
