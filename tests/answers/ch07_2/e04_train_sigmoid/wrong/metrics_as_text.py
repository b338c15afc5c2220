# check: test_trains_the_sigmoid_model
# hint: metrics_not_list
# tf_keras: right
from tensorflow import keras

def train(train_scaled, train_target):
    dense1 = keras.layers.Dense(100, activation='sigmoid')
    dense2 = keras.layers.Dense(10, activation='softmax')
    model = keras.Sequential([keras.Input(shape=(784,)), dense1, dense2])
    model.compile(loss='sparse_categorical_crossentropy', metrics='accuracy')
    history = model.fit(train_scaled, train_target, epochs=5)
    return model, history
