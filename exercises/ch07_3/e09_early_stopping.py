"""Stop the training when the validation loss no longer falls.

Section 7-3, callbacks. Training goes on while it helps, and the best weights are kept.

Write `train(train_scaled, train_target, val_scaled, val_target, path)`. It builds the dropout model
(Flatten, Dense 100 ReLU, Dropout 0.3, Dense 10 softmax; input (28, 28)), compiles it with Adam, sparse
categorical cross-entropy and the accuracy metric, and trains it for at most 20 epochs with the validation
data and two callbacks:

- `ModelCheckpoint(path, save_best_only=True)`: the file at `path` (it ends in `.keras`) holds the whole
  model of the epoch with the lowest validation loss;
- `EarlyStopping` with patience 2 on the validation loss, restoring the best weights.

In: `train_scaled`, `val_scaled`, floats in 0..1, (n, 28, 28); `train_target`, `val_target`, whole numbers 0
to 9, (n,); `path`, text. Out: the trained model, the History, and the EarlyStopping callback, in this
order.

---

검증 손실이 더 줄지 않으면 훈련 멈추기.

7-3절 콜백. 도움이 되는 동안만 훈련하고 가장 좋은 가중치를 남깁니다.

`train(train_scaled, train_target, val_scaled, val_target, path)` 함수를 작성하세요. 드롭아웃 모델(Flatten,
Dense 100 렐루, Dropout 0.3, Dense 10 소프트맥스, 입력 (28, 28))을 만들고 Adam, sparse categorical
crossentropy, accuracy로 컴파일한 다음, 검증 데이터와 두 콜백을 넣어 최대 20번의 에포크 동안 훈련합니다.

- `ModelCheckpoint(path, save_best_only=True)`: `path`(`.keras`로 끝남)의 파일에 검증 손실이 가장 낮은
  에포크의 모델 전체를 저장합니다.
- `EarlyStopping`: 검증 손실을 보고 patience는 2, 가장 좋은 가중치를 복원합니다.

입력: `train_scaled`, `val_scaled`는 0과 1 사이의 실수, (n, 28, 28). `train_target`, `val_target`은 0부터
9까지의 정수, (n,). `path`는 문자열. 출력: 훈련한 모델, History, EarlyStopping 콜백을 이 순서대로
돌려줍니다.
"""

import keras
import numpy as np


def train(
    train_scaled: np.ndarray,
    train_target: np.ndarray,
    val_scaled: np.ndarray,
    val_target: np.ndarray,
    path: str,
) -> tuple[keras.Model, keras.callbacks.History, keras.callbacks.EarlyStopping]:
    """Return the trained model, its History, and the callback that stopped the training."""
    raise NotImplementedError
