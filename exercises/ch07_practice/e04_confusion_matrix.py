"""Which classes are taken for which.

The practice page, looking at the predictions. One accuracy does not say which classes a model mixes up; a
table does.

Write `confusion(model, x, y)`.

- In: `model`, a Keras model with ten outputs per sample, compiled or not; `x`, n samples exactly as the
  model takes them (nothing is left to scale or to flatten), for any n from 1; `y`, whole numbers 0 to 9,
  (n,).
- Out: whole numbers, shape (10, 10). In row t and column p stands how many samples of class t the model
  took for class p. The predicted class is the one with the largest output.
- The shape is (10, 10) even if a class does not occur. The table sums to n, and its diagonal holds the
  predictions that are right: its sum (the trace) divided by n is the accuracy.
- The model and the arrays stay as they are.

---

어떤 클래스를 어떤 클래스로 예측했는지 보기.

실습 페이지, 예측 결과 살펴보기. 정확도 하나만으로는 모델이 어떤 클래스를 서로 헷갈리는지 알 수 없습니다.
표로 보면 알 수 있습니다.

`confusion(model, x, y)` 함수를 작성하세요.

- 입력: `model`은 샘플마다 출력이 열 개인 케라스 모델(컴파일했을 수도, 하지 않았을 수도 있음). `x`는 모델이
  받는 그대로의 샘플 n개(스케일을 바꾸거나 펼칠 필요 없음). n은 1 이상 아무 수나 됩니다. `y`는 0부터 9까지의
  정수, (n,).
- 출력: 정수, 크기 (10, 10). t행 p열은 클래스가 t인 샘플 가운데 모델이 p라고 예측한 샘플의 수입니다. 출력이
  가장 큰 클래스가 예측한 클래스입니다.
- 나오지 않는 클래스가 있어도 크기는 (10, 10)입니다. 모두 더하면 n이고, 대각선에는 맞힌 예측이 있습니다.
  대각선의 합을 n으로 나누면 정확도입니다.
- 모델과 배열은 그대로 둡니다.
"""

import keras
import numpy as np
from sklearn.metrics import confusion_matrix


def confusion(model: keras.Model, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return how many samples of each true class (row) were taken for each class (column)."""
    raise NotImplementedError
