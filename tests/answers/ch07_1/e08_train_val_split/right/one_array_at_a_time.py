from sklearn.model_selection import train_test_split as tts

def split(scaled, target):
    # same seed, so the same rows both times
    train_scaled, val_scaled = tts(scaled, test_size=0.2, random_state=42)
    train_target, val_target = tts(target, test_size=0.2, random_state=42)
    return train_scaled, val_scaled, train_target, val_target
