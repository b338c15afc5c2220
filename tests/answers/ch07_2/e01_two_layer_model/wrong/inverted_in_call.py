# check: test_computes_what_its_layers_say
# hint: model_not_what_its_layers_say
import keras

class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(100, activation='sigmoid')
        self.out = keras.layers.Dense(10, activation='softmax')

    def call(self, x):
        x = self.hidden(x)
        return self.out(1 - x)

def build_model():
    model = Net()
    model(keras.Input(shape=(784,)))
    return model
