# check: test_trains_the_relu_model_with_adam
# hint: optimizer_lr
# tf_keras: right
from tensorflow import keras

def train(train_scaled, train_target):
    model = keras.Sequential()
    model.add(keras.layers.Input(shape=(28, 28)))
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(100, activation='relu'))
    model.add(keras.layers.Dense(10, activation='softmax'))
    model.compile(optimizer=keras.optimizers.Adam(lr=0.001), loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    history = model.fit(train_scaled, train_target, epochs=5)
    return model, history

def evaluate(model, val_scaled, val_target):
    return model.evaluate(val_scaled, val_target)
