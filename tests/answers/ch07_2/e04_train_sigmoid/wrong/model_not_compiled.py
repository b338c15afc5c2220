# check: test_trains_the_sigmoid_model
# hint: not_compiled
from tensorflow import keras

def train(train_scaled, train_target):
    dense1 = keras.layers.Dense(100, activation='sigmoid')
    dense2 = keras.layers.Dense(10, activation='softmax')
    model = keras.Sequential([keras.Input(shape=(784,)), dense1, dense2])
    history = model.fit(train_scaled, train_target, epochs=5)
    return model, history
