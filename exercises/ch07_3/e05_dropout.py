"""Train with dropout.

Section 7-3, dropout. The training loss goes on falling while the validation loss rises again: the network
learns its training images by heart. Switching off some of the hidden units at random, at every step, keeps
it from that.

Write `train(train_scaled, train_target, val_scaled, val_target)`. It

- builds the network of the section with a dropout layer: input (28, 28), `Flatten`, `Dense` 100 ReLU,
  `Dropout` 0.3, `Dense` 10 softmax; 79,510 parameters, none of them the dropout layer's;
- compiles it with Adam, sparse categorical cross-entropy and the accuracy metric;
- trains it for 20 epochs with the validation data.

In: `train_scaled`, `val_scaled`, floats in 0..1, (n, 28, 28); `train_target`, `val_target`, whole numbers 0
to 9, (n,). Out: the trained model and the History, in this order.

---

드롭아웃을 넣어 훈련하기.

7-3절 드롭아웃. 훈련 손실은 계속 줄어드는데 검증 손실은 다시 커집니다. 신경망이 훈련 이미지를 외우기
때문입니다. 훈련하는 동안 은닉층의 일부 뉴런을 랜덤하게 끄면 과대적합을 막을 수 있습니다.

`train(train_scaled, train_target, val_scaled, val_target)` 함수를 작성하세요.

- 드롭아웃 층을 넣은 이 절의 신경망을 만듭니다: 입력 (28, 28), `Flatten`, `Dense` 100 렐루, `Dropout` 0.3,
  `Dense` 10 소프트맥스. 매개변수는 79,510개이고 드롭아웃 층의 매개변수는 0개입니다.
- Adam, sparse categorical crossentropy, accuracy로 컴파일합니다.
- 검증 데이터를 넣어 20번의 에포크 동안 훈련합니다.

입력: `train_scaled`, `val_scaled`는 0과 1 사이의 실수, (n, 28, 28). `train_target`, `val_target`은 0부터
9까지의 정수, (n,). 출력: 훈련한 모델과 History를 이 순서대로 돌려줍니다.
"""

import keras
import numpy as np


def train(
    train_scaled: np.ndarray, train_target: np.ndarray, val_scaled: np.ndarray, val_target: np.ndarray
) -> tuple[keras.Model, keras.callbacks.History]:
    """Return the model trained with dropout, and its History."""
    raise NotImplementedError
