"""The validation loss, and the epoch in which it was lowest.

Section 7-3, validation loss. The training loss falls to the end; the loss on data that the network has not
seen tells when it begins to learn by heart.

Write `train(train_scaled, train_target, val_scaled, val_target, optimizer="rmsprop")`. It

- builds the network of the section: input (28, 28), `Flatten`, `Dense` 100 ReLU, `Dense` 10 softmax;
- compiles it with the optimizer of that name, sparse categorical cross-entropy and the accuracy metric;
- trains it for 20 epochs with the validation data.

In: `train_scaled`, `val_scaled`, floats in 0..1, (n, 28, 28); `train_target`, `val_target`, whole numbers 0
to 9, (n,); `optimizer`, text (`"adam"`, say). Out: the History, with the keys `loss`, `accuracy`, `val_loss`
and `val_accuracy`.

Write `best_epoch(history_dict)`.

- In: `history_dict`, a dictionary like `history.history`, with the list `val_loss` among others, of any
  length from 1.
- Out: the number of the epoch, counted from 0, in which the validation loss was lowest; the first one on a
  tie.

---

검증 손실, 그리고 검증 손실이 가장 낮은 에포크.

7-3절 검증 손실. 훈련 손실은 끝까지 줄어듭니다. 신경망이 훈련 데이터를 외우기 시작하는 때는 처음 보는
데이터의 손실로 알 수 있습니다.

`train(train_scaled, train_target, val_scaled, val_target, optimizer="rmsprop")` 함수를 작성하세요.

- 이 절의 신경망을 만듭니다: 입력 (28, 28), `Flatten`, `Dense` 100 렐루, `Dense` 10 소프트맥스
- 이름으로 받은 옵티마이저, sparse categorical crossentropy, accuracy로 컴파일합니다.
- 검증 데이터를 넣어 20번의 에포크 동안 훈련합니다.

입력: `train_scaled`, `val_scaled`는 0과 1 사이의 실수, (n, 28, 28). `train_target`, `val_target`은 0부터
9까지의 정수, (n,). `optimizer`는 문자열(예를 들어 `"adam"`). 출력: History. 키는 `loss`, `accuracy`,
`val_loss`, `val_accuracy`입니다.

`best_epoch(history_dict)` 함수를 작성하세요.

- 입력: `history_dict`는 `history.history`와 같은 딕셔너리이고 `val_loss` 리스트가 들어 있습니다. 길이는 1
  이상입니다.
- 출력: 검증 손실이 가장 낮은 에포크의 번호. 0부터 세고, 같은 값이 여럿이면 첫 번째입니다.
"""

import keras
import numpy as np


def train(
    train_scaled: np.ndarray,
    train_target: np.ndarray,
    val_scaled: np.ndarray,
    val_target: np.ndarray,
    optimizer: str = "rmsprop",
) -> keras.callbacks.History:
    """Return the History of 20 epochs, with the validation loss and accuracy of each."""
    raise NotImplementedError


def best_epoch(history_dict: dict[str, list[float]]) -> int:
    """Return the epoch, from 0, of the lowest validation loss, the first one on a tie."""
    raise NotImplementedError
