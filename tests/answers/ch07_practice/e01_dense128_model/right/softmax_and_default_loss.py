import keras
from keras import layers


def build_model():
    # 출력층에 소프트맥스를 쓰면 from_logits는 기본값 그대로
    model = keras.Sequential()
    model.add(keras.Input(shape=(28, 28)))
    model.add(layers.Flatten())
    model.add(layers.Dense(128, activation='relu', name='hidden'))
    model.add(layers.Dense(10, activation='softmax', name='output'))
    model.compile(optimizer=keras.optimizers.Adam(), loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    return model
