# check: test_trains_five_epochs_on_all_rows
# hint: scaled_twice
from tensorflow import keras

def compile_model(model):
    model.compile(loss='sparse_categorical_crossentropy', metrics=['accuracy'])

def train(model, x, y):
    history = model.fit(x / 255.0, y, epochs=5)
    return history

def evaluate(model, x, y):
    loss, accuracy = model.evaluate(x, y)
    return loss, accuracy
