from sklearn.model_selection import train_test_split

def split(scaled, target):
    train_scaled, val_scaled, train_target, val_target = train_test_split(
        scaled, target, test_size=0.2, random_state=42)
    return train_scaled, val_scaled, train_target, val_target
