# check: test_evaluates_without_training
# hint: evaluation_differs
from tensorflow import keras

def compile_model(model):
    model.compile(loss='sparse_categorical_crossentropy', metrics=['accuracy'])

def train(model, x, y):
    history = model.fit(x, y, epochs=5)
    return history

def evaluate(model, x, y):
    p = model.predict(x)
    accuracy = ((p > 0.5).argmax(axis=1) == y).mean()
    return model.evaluate(x, y)[0], accuracy
