# check: test_compiles_the_model
# hint: no_accuracy_metric
from tensorflow import keras

def compile_model(model):
    model.compile(loss='sparse_categorical_crossentropy')

def train(model, x, y):
    history = model.fit(x, y, epochs=5)
    return history

def evaluate(model, x, y):
    loss, accuracy = model.evaluate(x, y)
    return loss, accuracy
