"""Train the network with the sigmoid hidden layer.

Section 7-2, training the deep network. It is compiled and trained as the network of one layer was: the
hidden layer changes nothing in how `compile` and `fit` are called.

Write `train(train_scaled, train_target)`. It builds the model (input (784,), Dense 100 sigmoid, Dense 10
softmax), compiles it with sparse categorical cross-entropy and the accuracy metric, leaves the optimizer at
Keras's default (RMSprop), and trains it once on all the rows for 5 epochs.

- In: `train_scaled`, floats in 0..1, (n, 784); `train_target`, whole numbers 0 to 9, (n,).
- Out: the trained model and its History, in this order.

---

시그모이드 은닉층이 있는 신경망 훈련하기.

7-2절 심층 신경망 훈련. 층이 하나인 신경망과 똑같이 컴파일하고 훈련합니다. 은닉층이 있어도 `compile`과
`fit`을 부르는 방법은 같습니다.

`train(train_scaled, train_target)` 함수를 작성하세요. 모델(입력 (784,), Dense 100 시그모이드, Dense 10
소프트맥스)을 만들고 sparse categorical crossentropy와 accuracy로 컴파일합니다. 옵티마이저는 케라스의
기본값(RMSprop) 그대로 둡니다. 그리고 모든 행으로 5번의 에포크 동안 한 번 훈련합니다.

- 입력: `train_scaled`는 0과 1 사이의 실수, (n, 784). `train_target`은 0부터 9까지의 정수, (n,).
- 출력: 훈련한 모델과 History를 이 순서대로 돌려줍니다.
"""

import keras
import numpy as np


def train(train_scaled: np.ndarray, train_target: np.ndarray) -> tuple[keras.Model, keras.callbacks.History]:
    """Return the trained model and the History of its training."""
    raise NotImplementedError
