# check: test_compiles_the_model
# hint: loss_and_output_disagree
from tensorflow import keras

def compile_model(model):
    model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=['accuracy'])

def train(model, x, y):
    history = model.fit(x, y, epochs=5)
    return history

def evaluate(model, x, y):
    loss, accuracy = model.evaluate(x, y)
    return loss, accuracy
