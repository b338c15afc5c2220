"""The accuracy, counted by hand.

Section 7-3, saving and restoring a model. A model that was restored from weights alone is not compiled, so
it cannot `evaluate`. Its accuracy can still be counted: the predicted class is the one with the largest
output.

Write `accuracy(model, x, y)`.

- In: `model`, a Keras model with ten outputs per sample, compiled or not; `x`, floats, n samples as the
  model takes them: (n, 28, 28) or (n, 784), for any n from 1; `y`, whole numbers 0 to 9, (n,).
- Out: one number between 0 and 1: the share of all n rows whose largest output stands at the index `y`.
- The model stays as it is: it is not compiled and not trained.

---

직접 계산하는 정확도.

7-3절 모델 저장과 복원. 가중치만 복원한 모델은 컴파일되지 않아서 `evaluate`를 쓸 수 없습니다. 그래도
정확도는 셀 수 있습니다. 출력이 가장 큰 클래스가 예측한 클래스입니다.

`accuracy(model, x, y)` 함수를 작성하세요.

- 입력: `model`은 샘플마다 출력이 열 개인 케라스 모델(컴파일했을 수도, 하지 않았을 수도 있음). `x`는 실수,
  모델이 받는 그대로의 샘플 n개: (n, 28, 28) 또는 (n, 784). n은 1 이상 아무 수나 됩니다. `y`는 0부터 9까지의
  정수, (n,).
- 출력: 0과 1 사이의 수 하나. n개의 행 전체에서 출력이 가장 큰 위치가 `y`와 같은 행의 비율입니다.
- 모델은 그대로 둡니다. 컴파일하거나 훈련하지 않습니다.
"""

import keras
import numpy as np


def accuracy(model: keras.Model, x: np.ndarray, y: np.ndarray) -> float:
    """Return the share of rows whose class the model predicts right."""
    raise NotImplementedError
