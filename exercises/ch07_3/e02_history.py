"""Train a network and keep its history.

Section 7-3, loss curves. `fit` returns a `History`: the loss and the metrics of every epoch.

Write `train(train_scaled, train_target)`. It

- builds the network of the section: input (28, 28), `Flatten`, `Dense` 100 ReLU, `Dense` 10 softmax;
- compiles it with the default optimizer (RMSprop), sparse categorical cross-entropy and the accuracy metric;
- trains it for 5 epochs, without validation data.

In: `train_scaled`, floats in 0..1, (n, 28, 28); `train_target`, whole numbers 0 to 9, (n,). Out: the
History, whose dictionary `history` has the keys `loss` and `accuracy`, with 5 numbers each.

---

신경망을 훈련하고 훈련 기록 남기기.

7-3절 손실 곡선. `fit`은 에포크마다 손실과 측정값을 담은 `History` 객체를 돌려줍니다.

`train(train_scaled, train_target)` 함수를 작성하세요.

- 이 절의 신경망을 만듭니다: 입력 (28, 28), `Flatten`, `Dense` 100 렐루, `Dense` 10 소프트맥스
- 기본 옵티마이저(RMSprop), sparse categorical crossentropy, accuracy로 컴파일합니다.
- 검증 데이터 없이 5번의 에포크 동안 훈련합니다.

입력: `train_scaled`는 0과 1 사이의 실수, (n, 28, 28). `train_target`은 0부터 9까지의 정수, (n,). 출력:
History. 그 안의 `history` 딕셔너리에는 `loss`와 `accuracy` 키가 있고 값은 각각 5개입니다.
"""

import keras
import numpy as np


def train(train_scaled: np.ndarray, train_target: np.ndarray) -> keras.callbacks.History:
    """Return the History of 5 epochs."""
    raise NotImplementedError
