"""Keep the best model of a training in a file.

Section 7-3, callbacks. After 20 epochs the network is past its best. A callback saves the model whenever the
validation loss has reached a new minimum, so that the best one is there in the end.

Write `train(train_scaled, train_target, val_scaled, val_target, path)`. It builds the dropout model
(Flatten, Dense 100 ReLU, Dropout 0.3, Dense 10 softmax; input (28, 28)), compiles it with Adam, sparse
categorical cross-entropy and the accuracy metric, and trains it for 20 epochs with the validation data and
the callback `ModelCheckpoint(path, save_best_only=True)`.

In: `train_scaled`, `val_scaled`, floats in 0..1, (n, 28, 28); `train_target`, `val_target`, whole numbers 0
to 9, (n,); `path`, text, ends in `.keras`. Out: the trained model, as it is after the last epoch, and the
History, in this order. Afterwards the file at `path` holds the whole model of the epoch with the lowest
validation loss.

---

가장 좋은 모델을 파일에 저장하기.

7-3절 콜백. 20번의 에포크를 훈련하면 가장 좋을 때를 지나칩니다. 콜백을 쓰면 검증 손실이 새로 가장 낮아질
때마다 모델을 저장하므로 마지막에는 가장 좋은 모델이 파일에 남습니다.

`train(train_scaled, train_target, val_scaled, val_target, path)` 함수를 작성하세요. 드롭아웃 모델(Flatten,
Dense 100 렐루, Dropout 0.3, Dense 10 소프트맥스, 입력 (28, 28))을 만들고 Adam, sparse categorical
crossentropy, accuracy로 컴파일한 다음, 검증 데이터와 `ModelCheckpoint(path, save_best_only=True)` 콜백을
넣어 20번의 에포크 동안 훈련합니다.

입력: `train_scaled`, `val_scaled`는 0과 1 사이의 실수, (n, 28, 28). `train_target`, `val_target`은 0부터
9까지의 정수, (n,). `path`는 문자열이고 `.keras`로 끝납니다. 출력: 마지막 에포크까지 훈련한 모델과 History를
이 순서대로 돌려줍니다. 훈련이 끝나면 `path`의 파일에 검증 손실이 가장 낮은 에포크의 모델 전체가 들어
있습니다.
"""

import keras
import numpy as np


def train(
    train_scaled: np.ndarray,
    train_target: np.ndarray,
    val_scaled: np.ndarray,
    val_target: np.ndarray,
    path: str,
) -> tuple[keras.Model, keras.callbacks.History]:
    """Return the trained model and its History; the best epoch's model is in the file at `path`."""
    raise NotImplementedError
