# check: test_learns_fashion_mnist
# hint: not_all_rows
from tensorflow import keras

def train(train_scaled, train_target):
    dense1 = keras.layers.Dense(100, activation='sigmoid')
    dense2 = keras.layers.Dense(10, activation='softmax')
    model = keras.Sequential([keras.Input(shape=(784,)), dense1, dense2])
    model.compile(loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    history = model.fit(train_scaled[:1000], train_target[:1000],  # 빨리 끝나도록
                        epochs=5)
    return model, history
