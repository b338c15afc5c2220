import keras


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = keras.layers.Flatten()
        self.hidden = keras.layers.Dense(100, activation="relu")
        self.out = keras.layers.Dense(10, activation="softmax")

    def call(self, x):
        return self.out(self.hidden(self.flatten(x)))


def train(train_scaled, train_target):
    net = Net()
    net.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    h = net.fit(train_scaled, train_target, epochs=5, verbose=2)
    return net, h


def evaluate(model, val_scaled, val_target):
    result = model.evaluate(val_scaled, val_target, verbose=0, return_dict=True)
    return result["loss"], result["accuracy"]
