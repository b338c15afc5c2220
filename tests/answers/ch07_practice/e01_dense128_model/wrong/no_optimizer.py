# check: test_is_compiled_with_adam_and_accuracy
# hint: wrong_optimizer
import keras


def build_model():
    model = keras.Sequential([
        keras.Input(shape=(28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(128, activation='relu'),
        keras.layers.Dense(10, activation='softmax'),
    ])
    # 7-2절처럼 옵티마이저를 생략
    model.compile(loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    return model
