# check: test_everything_comes_back
# hint: legacy_h5
# tf_keras: right
from tensorflow import keras

def save_model(model, path):
    # 혹시 몰라서 두 가지 형식으로
    model.save(path.replace('.keras', '.h5'))
    model.save(path)

def load_model(path):
    return keras.models.load_model(path)
