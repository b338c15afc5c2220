# check: test_has_the_layers
# hint: model_not_what_its_layers_say
# tf_keras: not judged
import keras


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = keras.layers.Flatten()
        self.d1 = keras.layers.Dense(128)
        self.relu = keras.layers.ReLU()
        self.d2 = keras.layers.Dense(10)

    def call(self, x):
        x = self.flatten(x)
        x = self.d1(x)
        return self.d2(x)


def build_model():
    model = Net()
    model(keras.ops.zeros((1, 28, 28)))
    model.compile(optimizer='adam', loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
                  metrics=['accuracy'])
    return model
