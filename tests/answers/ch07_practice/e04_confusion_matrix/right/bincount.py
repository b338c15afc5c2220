import numpy as np


def confusion(model, x, y):
    pred = model.predict(x, verbose=0).argmax(1)
    # 두 자리 수 tp로 만들어서 한 번에 세기
    return np.bincount(10 * y + pred, minlength=100).reshape(10, 10)
