# check: test_evaluates_without_training
# hint: fit_called_where_it_must_not
from tensorflow import keras

def compile_model(model):
    model.compile(loss='sparse_categorical_crossentropy', metrics=['accuracy'])

def train(model, x, y):
    history = model.fit(x, y, epochs=5)
    return history

def evaluate(model, x, y):
    history = model.fit(x, y)
    return history.history['loss'][-1], history.history['accuracy'][-1]
