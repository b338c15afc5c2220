import keras
from keras import activations, layers

def build_model():
    x = inputs = keras.Input(shape=(784,))
    x = layers.Dense(100)(x)
    x = activations.sigmoid(x)
    x = layers.Dense(10)(x)
    x = layers.Activation('softmax')(x)
    return keras.Model(inputs=inputs, outputs=x)
