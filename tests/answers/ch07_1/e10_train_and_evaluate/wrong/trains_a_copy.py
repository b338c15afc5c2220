# check: test_trains_five_epochs_on_all_rows
# hint: given_model_not_trained
from tensorflow import keras

def compile_model(model):
    model.compile(loss='sparse_categorical_crossentropy', metrics=['accuracy'])

def train(model, x, y):
    new = keras.models.clone_model(model)
    compile_model(new)
    history = new.fit(x, y, epochs=5)
    return history

def evaluate(model, x, y):
    loss, accuracy = model.evaluate(x, y)
    return loss, accuracy
