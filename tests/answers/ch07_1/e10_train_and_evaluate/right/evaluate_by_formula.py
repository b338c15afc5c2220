import numpy as np
from keras.losses import sparse_categorical_crossentropy

def compile_model(model):
    model.compile(loss=sparse_categorical_crossentropy, metrics=['accuracy'])

def train(model, x, y):
    # 손실과 정확도는 History에 남는다
    return model.fit(x=x, y=y, epochs=5, verbose=0)

def evaluate(model, x, y):
    prob = model.predict(x, verbose=0)
    loss = 0.0
    correct = 0
    for p, t in zip(prob, y):
        loss -= np.log(p[t])
        correct += int(p.argmax() == t)
    return loss / len(y), correct / len(y)
