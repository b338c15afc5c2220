# line: 11
# exercise: ch07_2/e04_train_sigmoid
# verdict: failed/exception
# why: more than an exercise may have trained is refused before it begins
# hint: training_too_large
import keras


def train(train_scaled, train_target):
    model = keras.Sequential(
        [
            keras.Input(shape=(784,)),
            keras.layers.Dense(100, activation="sigmoid"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model, model.fit(train_scaled, train_target, epochs=10_000, verbose=0)
