# check: test_returns_the_history
# hint: history_dictionary_returned
from tensorflow import keras

def compile_model(model):
    model.compile(loss='sparse_categorical_crossentropy', metrics=['accuracy'])

def train(model, x, y):
    history = model.fit(x, y, epochs=5)
    return history.history

def evaluate(model, x, y):
    loss, accuracy = model.evaluate(x, y)
    return loss, accuracy
