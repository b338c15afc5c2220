import keras


def save_model(model, path):
    keras.saving.save_model(model, path, overwrite=True)
    print("saved to", path)


def load_model(path):
    return keras.saving.load_model(path, compile=True, safe_mode=True)
