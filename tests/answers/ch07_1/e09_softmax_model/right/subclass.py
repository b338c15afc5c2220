import keras

class SoftmaxRegression(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(10, activation="softmax")

    def call(self, x):
        return self.dense(x)

def build_model():
    model = SoftmaxRegression()
    model(keras.Input((784,)))   # builds the weights
    return model
