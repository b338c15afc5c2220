# check: test_keeps_rows_and_labels_paired
# hint: rows_and_labels_unpaired
from sklearn.model_selection import train_test_split

def split(scaled, target):
    train_scaled, val_scaled = train_test_split(scaled, test_size=0.2, random_state=42)
    train_target, val_target = train_test_split(target, test_size=0.2)
    return train_scaled, val_scaled, train_target, val_target
