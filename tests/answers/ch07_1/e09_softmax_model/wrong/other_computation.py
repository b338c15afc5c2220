# check: test_computes_what_its_layers_say
# hint: model_not_what_its_layers_say
import keras

class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(10, activation="softmax")

    def call(self, x):
        # scale the pixels here as well, to be safe
        return self.dense(x / 255.0)

def build_model():
    model = Net()
    model(keras.Input((784,)))
    return model
