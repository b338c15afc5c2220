from tensorflow.keras import Sequential, layers

# 구판 코드 그대로
def build_model():
    model = Sequential([
        layers.Dense(100, activation='sigmoid', input_shape=(784,), name='hidden'),
        layers.Dense(10, activation='softmax', name='output'),
    ], name='fashion_mnist_model')
    model.summary()
    return model
