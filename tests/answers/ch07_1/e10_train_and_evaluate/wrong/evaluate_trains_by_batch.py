# check: test_evaluates_without_training
# hint: model_changed
from tensorflow import keras

def compile_model(model):
    model.compile(loss='sparse_categorical_crossentropy', metrics=['accuracy'])

def train(model, x, y):
    history = model.fit(x, y, epochs=5)
    return history

def evaluate(model, x, y):
    loss, accuracy = model.train_on_batch(x, y)
    return loss, accuracy
