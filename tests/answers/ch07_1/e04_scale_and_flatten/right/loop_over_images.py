import numpy as np


def scale_and_flatten(images):
    result = np.zeros((len(images), 28 * 28))
    for i, image in enumerate(images):
        rows = [row / 255 for row in image]   # 행마다 나누고
        result[i] = np.concatenate(rows)      # 이어 붙이기
    return result
