import keras


def build_model():
    inputs = keras.layers.Input((28, 28))
    x = keras.layers.Reshape((784,))(inputs)
    x = keras.layers.Dense(128)(x)
    x = keras.layers.ReLU()(x)
    x = keras.layers.Dense(10)(x)
    outputs = keras.layers.Softmax()(x)
    model = keras.Model(inputs, outputs)
    model.compile(
        loss=keras.losses.SparseCategoricalCrossentropy(),
        optimizer=keras.optimizers.Adam(learning_rate=0.001),
        metrics=[keras.metrics.SparseCategoricalAccuracy(name='accuracy')],
    )
    return model
