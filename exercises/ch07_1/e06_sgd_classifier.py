"""Classify with a linear model, and measure it by cross-validation.

Section 7-1, the linear model. Before a neural network, see how far logistic regression gets, trained by
stochastic gradient descent on images of 784 scaled pixels.

Write two functions.

- `make_classifier(max_iter=5)` returns an `SGDClassifier` of scikit-learn, not fitted: logistic loss
  (`loss="log_loss"`), `max_iter` as given, `random_state=42`, everything else at its default.
- `cross_validated_accuracy(classifier, x, y)` returns one number, the mean `test_score` of `cross_validate`
  with `cv=5`: five stratified folds in the order of the rows, not shuffled. `x`: floats, (n, 784); `y`:
  labels, whole numbers, (n,). It scores the classifier that is passed in, whatever its settings; that object
  itself is not fitted by it, nor changed.

On all 60,000 images a cross-validation takes minutes: try it on a few thousand.

---

선형 모델로 분류하고 교차 검증으로 평가하기.

7-1절 로지스틱 회귀로 패션 아이템 분류하기. 신경망을 만들기 전에 확률적 경사 하강법으로 훈련한 로지스틱 회귀가
어느 정도인지 확인합니다. 이미지는 0~1로 바꾼 픽셀 784개입니다.

함수 두 개를 작성하세요.

- `make_classifier(max_iter=5)`: 훈련하지 않은 사이킷런 `SGDClassifier`를 돌려줍니다. 로지스틱
  손실(`loss="log_loss"`), 받은 `max_iter`, `random_state=42`를 쓰고 나머지는 기본값으로 둡니다.
- `cross_validated_accuracy(classifier, x, y)`: `cv=5`인 `cross_validate`의 `test_score` 평균, 숫자 하나를
  돌려줍니다. 폴드는 섞지 않은 계층별(stratified) 폴드 다섯 개입니다. `x`는 실수, (n, 784), `y`는
  레이블(정수), (n,). 설정이 무엇이든 전달받은 분류기를 평가하고, 그 객체 자체는 훈련하거나 바꾸지 않습니다.

60,000장 전체로는 교차 검증에 몇 분이 걸립니다. 몇천 장으로 시험해 보세요.
"""

import numpy as np
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import cross_validate


def make_classifier(max_iter: int = 5) -> SGDClassifier:
    """Return a logistic regression that is trained by stochastic gradient descent."""
    raise NotImplementedError


def cross_validated_accuracy(classifier: SGDClassifier, x: np.ndarray, y: np.ndarray) -> float:
    """Return the mean accuracy over the five folds of a cross-validation."""
    raise NotImplementedError
