# check: test_computes_what_its_layers_say
# hint: model_not_what_its_layers_say
import keras

class Net(keras.Model):
    def __init__(self):
        super().__init__(name="fashion_mnist_model")
        self.a = keras.layers.Dense(100, activation="sigmoid", name="hidden")
        self.b = keras.layers.Dense(10, activation="softmax", name="output")

    def call(self, x):
        return self.b(self.a(1 - x))  # dark on white, not white on dark

def build_model():
    model = Net()
    model(keras.Input(shape=(784,)))
    return model
