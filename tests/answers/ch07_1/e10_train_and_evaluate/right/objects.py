import keras


def compile_model(model):
    model.compile(
        optimizer=keras.optimizers.RMSprop(learning_rate=0.001),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=False),
        metrics=[keras.metrics.SparseCategoricalAccuracy(name="accuracy")],
    )
    return model  # handy for chaining


def train(model, x, y):
    return model.fit(x, y, batch_size=32, epochs=5, verbose=0, shuffle=True)


def evaluate(model, x, y):
    return model.evaluate(x, y, verbose=0)  # [loss, accuracy]
