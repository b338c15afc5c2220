# check: test_compiles_the_model
# hint: given_model_not_compiled
from tensorflow import keras

def compile_model(model):
    model = keras.Sequential([keras.Input(shape=(784,)), keras.layers.Dense(10, activation='softmax')])
    model.compile(loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    return model

def train(model, x, y):
    history = model.fit(x, y, epochs=5)
    return history

def evaluate(model, x, y):
    loss, accuracy = model.evaluate(x, y)
    return loss, accuracy
