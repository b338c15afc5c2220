# check: test_computes_what_its_layers_say
# hint: model_not_what_its_layers_say
import keras

class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = keras.layers.Flatten()
        self.hidden = keras.layers.Dense(100, activation='relu')
        self.out = keras.layers.Dense(10, activation='softmax')

    def call(self, x):
        x = self.flatten(x / 255)  # scaled twice
        return self.out(self.hidden(x))

def build_model():
    model = Net()
    model(keras.Input(shape=(28, 28)))
    return model
