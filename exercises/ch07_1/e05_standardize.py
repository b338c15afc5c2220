"""Standardise the pixels with the training part's mean and deviation.

Section 7-1, preparing the data for the linear model. Every column (one pixel position) is shifted and scaled
so that over the training part its mean is 0 and its standard deviation 1. The test part goes through the very
same transformation: its own mean and deviation must play no role, because a model never sees them in
training.

Write `standardize(train_flat, test_flat)`.

- In: two arrays of floats, shapes (n, 784) and (m, 784), n and m at least 1.
- Out: two arrays of the same shapes, `(train_std, test_std)`. `StandardScaler`, fitted on the training part
  only, does it; the same by formula is as good: minus the mean of the column, divided by its standard
  deviation (divided by n, not by n - 1), both taken over the training part.
- A column that is constant over the training part has a deviation of 0; it is divided by 1 instead, as
  `StandardScaler` does.
- The arrays that come in stay as they are.

---

훈련 세트의 평균과 표준편차로 픽셀을 표준화하기.

7-1절 선형 모델을 위한 데이터 준비. 열(픽셀 위치) 하나마다 훈련 세트에서 평균이 0, 표준편차가 1이 되도록
옮기고 나눕니다. 테스트 세트에도 똑같은 변환을 적용합니다. 모델은 훈련할 때 테스트 세트를 볼 수 없으므로
테스트 세트의 평균과 표준편차를 쓰면 안 됩니다.

`standardize(train_flat, test_flat)` 함수를 작성하세요.

- 입력: 실수 배열 두 개, 크기 (n, 784)와 (m, 784). n과 m은 1 이상입니다.
- 출력: 같은 크기의 배열 두 개 `(train_std, test_std)`. 훈련 세트로만 학습한 `StandardScaler`를 쓰면 됩니다.
  공식으로 직접 계산해도 좋습니다. 열의 평균을 빼고 표준편차(n - 1이 아니라 n으로 나눈 것)로 나누며, 둘 다
  훈련 세트에서 구합니다.
- 훈련 세트에서 값이 모두 같은 열은 표준편차가 0입니다. 이때는 `StandardScaler`처럼 0 대신 1로 나눕니다.
- 입력 배열은 바꾸지 않습니다.
"""

import numpy as np
from sklearn.preprocessing import StandardScaler


def standardize(train_flat: np.ndarray, test_flat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return both parts, standardised by the training part's mean and deviation."""
    raise NotImplementedError
