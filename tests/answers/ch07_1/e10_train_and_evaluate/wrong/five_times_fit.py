# check: test_trains_five_epochs_on_all_rows
# hint: fit_called_more_than_once
from tensorflow import keras

def compile_model(model):
    model.compile(loss='sparse_categorical_crossentropy', metrics=['accuracy'])

def train(model, x, y):
    for _ in range(5):
        history = model.fit(x, y)
    return history

def evaluate(model, x, y):
    loss, accuracy = model.evaluate(x, y)
    return loss, accuracy
