# check: test_learns_fashion_mnist
# hint: not_all_rows
from tensorflow import keras

def compile_model(model):
    model.compile(loss='sparse_categorical_crossentropy', metrics=['accuracy'])

def train(model, x, y):
    history = model.fit(x[:1000], y[:1000], epochs=5)
    return history

def evaluate(model, x, y):
    loss, accuracy = model.evaluate(x, y)
    return loss, accuracy
