import keras
import numpy as np


def probability_model(model):
    # 임의의 입력으로 출력의 합이 1인지 확인
    x = np.random.rand(20, *model.input_shape[1:])
    out = model.predict(x, verbose=0)
    if np.all(out >= 0) and np.allclose(out.sum(axis=1), 1, atol=1e-4):
        return model
    return keras.Sequential([model, keras.layers.Softmax()])
