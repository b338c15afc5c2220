"""See how the score depends on the number of iterations.

Section 7-1, the linear model. Does the classifier get better if it trains longer? The chapter sweeps
`max_iter` over 1, 3, 5, 7, 9, 10, on pixels that were standardised before, and draws both scores.

Write two functions.

- `score_curve(x, y, max_iters)` returns two lists, `(train_scores, test_scores)`, with one score for each
  entry of `max_iters`, in the given order. For each entry, cross-validate an `SGDClassifier(loss="log_loss",
  max_iter=entry, random_state=42)` by `cross_validate` with `cv=5` and `return_train_score=True`, and take
  the mean of the five training scores and that of the five test scores. `x`: floats, (n, 784); `y`: labels,
  (n,); nothing is scaled in here.
- `plot_score_curve(max_iters, train_scores, test_scores)` returns a matplotlib Figure: both curves drawn
  against `max_iters`, both axes with a label, and a legend that calls the one `train` and the other `test`.

---

반복 횟수에 따라 점수가 어떻게 달라지는지 보기.

7-1절 로지스틱 회귀. 오래 훈련하면 분류기가 좋아질까요? 교재에서는 미리 표준화한 픽셀로 `max_iter`를 1, 3, 5,
7, 9, 10으로 바꾸어 가며 두 점수를 그립니다.

함수 두 개를 작성하세요.

- `score_curve(x, y, max_iters)`: 리스트 두 개 `(train_scores, test_scores)`를 돌려줍니다. `max_iters`의
  값마다 점수 하나씩, 주어진 순서대로 담습니다. 값마다 `SGDClassifier(loss="log_loss", max_iter=값,
  random_state=42)`를 `cv=5`, `return_train_score=True`인 `cross_validate`로 교차 검증하고, 훈련 점수 다섯
  개의 평균과 테스트 점수 다섯 개의 평균을 구합니다. `x`는 실수, (n, 784), `y`는 레이블, (n,). 이 함수
  안에서는 아무것도 변환하지 않습니다.
- `plot_score_curve(max_iters, train_scores, test_scores)`: 맷플롯립 Figure를 돌려줍니다. 두 곡선을
  `max_iters`에 대해 그리고, 두 축에 이름을 쓰고, 범례에 곡선의 이름 `train`과 `test`를 표시합니다.
"""

from collections.abc import Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import cross_validate


def score_curve(x: np.ndarray, y: np.ndarray, max_iters: Sequence[int]) -> tuple[list[float], list[float]]:
    """Return the mean training score and the mean test score for each number of iterations."""
    raise NotImplementedError


def plot_score_curve(
    max_iters: Sequence[int], train_scores: Sequence[float], test_scores: Sequence[float]
) -> Figure:
    """Return a figure of both scores against the number of iterations."""
    raise NotImplementedError
