"""From probabilities to labels.

Section 7-1, predicting. `predict` gives ten probabilities for each sample; the label is the place of the
largest.

Write two functions.

`predict_labels(model, x)` predicts a label for every sample.

- In: `model`, a Keras model that ends in a softmax of 10; `x`, as the model takes it: floats in 0..1, (n,
  784).
- Out: whole numbers 0 to 9, NumPy, shape (n,).

`predict_one(model, x, i)` predicts the label of sample `i` alone. A model takes a batch, even for one
sample: (1, 784), not (784,).

- In: `model` and `x` as above; `i`, a whole number from 0 to n - 1.
- Out: one whole number (int).

Neither function trains or compiles the model.

---

확률에서 레이블로.

7-1절 예측하기. `predict`는 샘플마다 확률 10개를 돌려줍니다. 그중 가장 큰 값의 위치가 레이블입니다.

함수 두 개를 작성하세요.

`predict_labels(model, x)`는 모든 샘플의 레이블을 예측합니다.

- 입력: `model`은 뉴런 10개의 소프트맥스로 끝나는 케라스 모델. `x`는 모델이 받는 그대로, 0과 1 사이의 실수,
  (n, 784).
- 출력: 0부터 9까지의 정수, 넘파이 배열, 크기 (n,).

`predict_one(model, x, i)`는 `i`번째 샘플 하나의 레이블을 예측합니다. 모델은 샘플이 하나여도 배치로 받습니다.
(784,)가 아니라 (1, 784)입니다.

- 입력: `model`과 `x`는 위와 같고, `i`는 0부터 n - 1까지의 정수.
- 출력: 정수 하나(int).

두 함수 모두 모델을 훈련하거나 컴파일하지 않습니다.
"""

import keras
import numpy as np


def predict_labels(model: keras.Model, x: np.ndarray) -> np.ndarray:
    """Return the label of the largest probability for each sample."""
    raise NotImplementedError


def predict_one(model: keras.Model, x: np.ndarray, i: int) -> int:
    """Return the label of sample `i`."""
    raise NotImplementedError
