import keras

def add_dense(model, units, activation):
    model.add(keras.layers.Dense(units))
    model.add(keras.layers.Activation(activation))

def build_model():
    model = keras.models.Sequential()
    model.add(keras.Input(shape=(784,)))
    add_dense(model, 100, 'sigmoid')
    add_dense(model, 10, 'softmax')
    return model
