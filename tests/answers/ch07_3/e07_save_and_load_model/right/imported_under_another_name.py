# load_model이라는 이름이 겹치지 않게 불러온다
from tensorflow.keras.models import load_model as keras_load_model, save_model as keras_save_model

def save_model(model, path):
    keras_save_model(model, path)
    return path

def load_model(path):
    model = keras_load_model(path)
    model.summary()
    return model
