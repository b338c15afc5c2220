"""Train on all 60,000 images and measure the accuracy on the test set.

The practice page, training and evaluating the model. No validation set this time: the model of 128 units
trains on the whole training set, and the test set, which it has never seen, tells how good it is.

Write two functions. Both are given raw pixels, uint8 from 0 to 255, shape (n, 28, 28), and divide them by
255 themselves.

`train(train_input, train_target)`

- builds the model of exercise 1 of this page (input (28, 28), Flatten, Dense 128 ReLU, Dense 10; Adam,
  sparse categorical cross-entropy that fits the output, the accuracy metric) and trains it for 10 epochs on
  all of the rows, with the default batch size and without validation data;
- returns the trained model and the History, in this order.

`test_accuracy(model, test_input, test_target)`

- is given a compiled model like the one that `train` returns, raw images and their labels, whole numbers 0
  to 9, (n,), for any n from 1;
- returns one number between 0 and 1: the share of the rows that the model predicts right. It does not
  train.

Neither function changes the arrays that it is given.

---

이미지 60,000개 전부로 훈련하고 테스트 세트의 정확도 재기.

실습 페이지, 모델 훈련과 평가. 이번에는 검증 세트가 없습니다. 뉴런이 128개인 모델을 훈련 세트 전체로
훈련하고, 처음 보는 테스트 세트로 얼마나 좋은지 확인합니다.

함수 두 개를 작성하세요. 두 함수 모두 0부터 255까지의 uint8 픽셀을 그대로, (n, 28, 28) 크기로 받아서 직접
255로 나눕니다.

`train(train_input, train_target)`

- 이 페이지 1번 실습의 모델(입력 (28, 28), Flatten, Dense 128 렐루, Dense 10, Adam, 출력에 맞는 sparse
  categorical crossentropy, accuracy)을 만들고 모든 행으로 10번의 에포크 동안 훈련합니다. 배치 크기는
  기본값이고 검증 데이터는 없습니다.
- 훈련한 모델과 History를 이 순서대로 돌려줍니다.

`test_accuracy(model, test_input, test_target)`

- `train`이 돌려준 것과 같은 컴파일된 모델, 픽셀 값 그대로의 이미지, 0부터 9까지의 정수 레이블 (n,)을
  받습니다. n은 1 이상 아무 수나 됩니다.
- 0과 1 사이의 수 하나를 돌려줍니다. 모델이 맞힌 행의 비율입니다. 훈련은 하지 않습니다.

두 함수 모두 입력으로 받은 배열은 바꾸지 않습니다.
"""

import keras
import numpy as np


def train(train_input: np.ndarray, train_target: np.ndarray) -> tuple[keras.Model, keras.callbacks.History]:
    """Return the model trained on all of the images, and its History."""
    raise NotImplementedError


def test_accuracy(model: keras.Model, test_input: np.ndarray, test_target: np.ndarray) -> float:
    """Return the share of the test images that the model predicts right."""
    raise NotImplementedError
