"""Compile, train and evaluate a model.

Section 7-1, making a model with an artificial neural network. A Keras model is compiled, then trained, then
measured on data that it has not seen.

Write three functions. The model that comes in is changed by the first two: it is the one that is compiled
and trained.

`compile_model(model)` compiles it with the loss sparse categorical cross-entropy (the labels are whole
numbers, and there are ten classes) and the metric accuracy. The optimizer stays at Keras's default
(RMSprop).

- In: `model`, a Keras model for (n, 784) that ends in a softmax of 10. Out: nothing.

`train(model, x, y)` trains the compiled model once, on all the rows, for 5 epochs.

- In: `model`; `x`, floats in 0..1, (n, 784); `y`, whole numbers 0 to 9, (n,).
- Out: the History that `fit` returns.

`evaluate(model, x, y)` measures the compiled model. It does not train.

- In: as in `train`.
- Out: the loss and the accuracy, two numbers, in this order.

---

모델을 컴파일하고 훈련하고 평가하기.

7-1절 인공 신경망으로 모델 만들기. 케라스 모델은 먼저 컴파일하고, 훈련하고, 처음 보는 데이터로 성능을
확인합니다.

함수 세 개를 작성하세요. 앞의 두 함수는 인수로 받은 바로 그 모델을 컴파일하고 훈련합니다.

`compile_model(model)`은 모델을 컴파일합니다. 레이블이 정수이고 클래스가 열 개이므로 손실은 sparse
categorical crossentropy, 측정값은 accuracy입니다. 옵티마이저는 케라스의 기본값(RMSprop) 그대로 둡니다.

- 입력: `model`은 (n, 784)를 받고 뉴런 10개의 소프트맥스로 끝나는 케라스 모델. 출력: 없음.

`train(model, x, y)`는 컴파일한 모델을 모든 행으로 5번의 에포크 동안 한 번 훈련합니다.

- 입력: `model`, `x`는 0과 1 사이의 실수, (n, 784), `y`는 0부터 9까지의 정수, (n,).
- 출력: `fit`이 돌려주는 History.

`evaluate(model, x, y)`는 컴파일한 모델의 성능을 잽니다. 훈련은 하지 않습니다.

- 입력: `train`과 같습니다.
- 출력: 손실과 정확도, 숫자 두 개를 이 순서대로 돌려줍니다.
"""

import keras
import numpy as np


def compile_model(model: keras.Model) -> None:
    """Compile the model for whole-number labels, with Keras's default optimizer."""
    raise NotImplementedError


def train(model: keras.Model, x: np.ndarray, y: np.ndarray) -> keras.callbacks.History:
    """Return the History of 5 epochs of training."""
    raise NotImplementedError


def evaluate(model: keras.Model, x: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """Return the loss and the accuracy of the model on this data."""
    raise NotImplementedError
