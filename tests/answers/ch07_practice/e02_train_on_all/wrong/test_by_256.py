# check: test_measures_the_accuracy_on_raw_pixels
# hint: wrong_accuracy
import keras


def train(train_input, train_target):
    train_scaled = train_input / 255.0
    model = keras.Sequential([
        keras.Input(shape=(28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(128, activation='relu'),
        keras.layers.Dense(10),
    ])
    model.compile(optimizer='adam', loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
                  metrics=['accuracy'])
    history = model.fit(train_scaled, train_target, epochs=10, verbose=0)
    return model, history


def test_accuracy(model, test_input, test_target):
    loss, acc = model.evaluate(test_input / 256, test_target, verbose=0)
    return acc
