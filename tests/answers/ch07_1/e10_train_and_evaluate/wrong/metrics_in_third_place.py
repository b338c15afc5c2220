# check: test_compiles_the_model
# hint: compile_third_argument
from tensorflow import keras

def compile_model(model):
    model.compile('rmsprop', 'sparse_categorical_crossentropy', ['accuracy'])

def train(model, x, y):
    history = model.fit(x, y, epochs=5)
    return history

def evaluate(model, x, y):
    loss, accuracy = model.evaluate(x, y)
    return loss, accuracy
