"""Train the ReLU network with Adam.

Section 7-2, optimizers. Adam remembers earlier steps, as momentum does, and gives every weight a rate of its
own, as RMSprop does. Only the optimizer is new here; the model and the training are those of the exercise
before.

Write two functions.

`train(train_scaled, train_target)` builds the model (input (28, 28), Flatten, Dense 100 ReLU, Dense 10
softmax), compiles it with Adam at its default learning rate (0.001), sparse categorical cross-entropy and
the accuracy metric, and trains it once on all the rows for 5 epochs.

- In: `train_scaled`, floats in 0..1, (n, 28, 28); `train_target`, whole numbers 0 to 9, (n,).
- Out: the trained model and its History, in this order.

`evaluate(model, val_scaled, val_target)` measures a trained model. It does not train.

- In: `model`, a compiled Keras model of such images; `val_scaled` and `val_target` as above.
- Out: the loss and the accuracy, two numbers, in this order.

---

렐루 신경망을 Adam으로 훈련하기.

7-2절 옵티마이저. Adam은 모멘텀처럼 이전 걸음을 기억하고, RMSprop처럼 가중치마다 학습률을 따로 조절합니다.
여기서 달라지는 것은 옵티마이저뿐이고, 모델과 훈련 방법은 앞의 실습과 같습니다.

함수 두 개를 작성하세요.

`train(train_scaled, train_target)`는 모델(입력 (28, 28), Flatten, Dense 100 렐루, Dense 10 소프트맥스)을
만들고 학습률이 기본값(0.001)인 Adam, sparse categorical crossentropy, accuracy로 컴파일합니다. 그리고 모든
행으로 5번의 에포크 동안 한 번 훈련합니다.

- 입력: `train_scaled`는 0과 1 사이의 실수, (n, 28, 28). `train_target`은 0부터 9까지의 정수, (n,).
- 출력: 훈련한 모델과 History를 이 순서대로 돌려줍니다.

`evaluate(model, val_scaled, val_target)`는 훈련한 모델의 성능을 잽니다. 훈련은 하지 않습니다.

- 입력: `model`은 이런 이미지를 받는 컴파일한 케라스 모델. `val_scaled`와 `val_target`은 위와 같습니다.
- 출력: 손실과 정확도, 숫자 두 개를 이 순서대로 돌려줍니다.
"""

import keras
import numpy as np


def train(train_scaled: np.ndarray, train_target: np.ndarray) -> tuple[keras.Model, keras.callbacks.History]:
    """Return the trained model and the History of its training."""
    raise NotImplementedError


def evaluate(model: keras.Model, val_scaled: np.ndarray, val_target: np.ndarray) -> tuple[float, float]:
    """Return the loss and the accuracy of the model on the validation data."""
    raise NotImplementedError
