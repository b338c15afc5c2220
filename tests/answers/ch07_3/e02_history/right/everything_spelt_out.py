import keras


def train(train_scaled, train_target):
    inputs = keras.Input(shape=(28, 28))
    hidden = keras.layers.Dense(100, activation='relu')(keras.layers.Flatten()(inputs))
    model = keras.Model(inputs, keras.layers.Dense(10, activation='softmax')(hidden))
    model.compile(optimizer=keras.optimizers.RMSprop(learning_rate=0.001),
                  loss=keras.losses.SparseCategoricalCrossentropy(),
                  metrics=[keras.metrics.SparseCategoricalAccuracy(name='accuracy')])
    return model.fit(x=train_scaled, y=train_target, batch_size=32, epochs=5, shuffle=True)
