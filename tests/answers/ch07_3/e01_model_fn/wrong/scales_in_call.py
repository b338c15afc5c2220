# check: test_computes_what_its_layers_say
# hint: model_not_what_its_layers_say
import keras

class Net(keras.Model):
    def __init__(self, a_layer=None):
        super().__init__()
        self.flatten = keras.layers.Flatten()
        self.hidden = keras.layers.Dense(100, activation='relu')
        self.extra = a_layer or keras.layers.Dropout(0.0)
        self.out = keras.layers.Dense(10, activation='softmax')

    def call(self, x):
        x = self.hidden(self.flatten(x / 255))
        return self.out(self.extra(x))

def model_fn(a_layer=None):
    model = Net(a_layer)
    model(keras.Input(shape=(28, 28)))
    return model
