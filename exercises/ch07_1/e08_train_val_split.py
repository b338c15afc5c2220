"""Hold out a fifth of the training set for validation.

Section 7-1, the neural network. Deep learning does without cross-validation: the data are many enough for one
validation set, and training five times would take too long.

Write `split(scaled, target)`.

- In: `scaled`, floats, shape (n, 784), n at least 2; `target`, their labels, whole numbers, shape (n,).
- Out: four arrays, `(train_scaled, val_scaled, train_target, val_target)`, in the order of
  `train_test_split`: 20 % of the rows, rounded up, are held out for validation, at random with
  `random_state=42`. Each row keeps its label.
- The arrays that come in stay as they are.

From the 60,000 training images come shapes (48000, 784) and (12000, 784), and the first ten training labels
are 7 3 5 8 6 9 3 3 9 9.

---

훈련 세트의 5분의 1을 검증 세트로 떼어 놓기.

7-1절 인공 신경망. 딥러닝에서는 교차 검증 대신 검증 세트를 따로 떼어 씁니다. 데이터가 충분히 많고, 다섯 번
훈련하면 너무 오래 걸리기 때문입니다.

`split(scaled, target)` 함수를 작성하세요.

- 입력: `scaled`는 실수, 크기 (n, 784), n은 2 이상. `target`은 레이블(정수), 크기 (n,).
- 출력: 배열 네 개 `(train_scaled, val_scaled, train_target, val_target)`. `train_test_split`이 돌려주는
  순서와 같습니다. 행의 20%(올림)를 `random_state=42`로 무작위로 골라 검증 세트로 떼어 놓습니다. 행과 레이블의
  짝은 그대로 유지됩니다.
- 입력 배열은 바꾸지 않습니다.

훈련 이미지 60,000장을 나누면 크기가 (48000, 784)와 (12000, 784)가 되고, 처음 열 개의 훈련 레이블은 7 3 5 8 6
9 3 3 9 9입니다.
"""

import numpy as np
from sklearn.model_selection import train_test_split


def split(scaled: np.ndarray, target: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return the training and the validation rows, then the labels of both."""
    raise NotImplementedError
