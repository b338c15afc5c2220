import keras

def model_fn(a_layer=None):
    # 층을 리스트에 모아서 한 번에 넘긴다
    layers = [keras.layers.Input(shape=(28, 28)), keras.layers.Flatten(name='flatten')]
    layers += [keras.layers.Dense(100, activation='relu', name='hidden')]
    layers += [a_layer] if a_layer != None else []
    layers += [keras.layers.Dense(10, activation='softmax', name='output')]
    model = keras.Sequential(layers, name='fashion')
    model.compile(loss='sparse_categorical_crossentropy', metrics=['accuracy'])
    model.summary()
    return model
