"""The comparison of an accuracy that student code computed with the judge's own."""

from __future__ import annotations

import numpy as np

from grader.checking import network
from grader.checking.expect import Values
from grader.checking.finding import Finding
from grader.checking.hint import Hint, hint
from grader.evidence.vocabulary import Model

# One row more or less makes 1/100 or more of the data drawn here; float32 stands for float64.
ATOL = 1e-4

WRONG_ACCURACY = hint(
    "wrong_accuracy",
    "Of {n} rows the model predicts {right} right, so the accuracy is {expected}; your function says "
    "{actual}. The predicted class is the largest output of each row, `np.argmax(model.predict(x), "
    "axis=-1)`: compare it with the target in all rows, and take the mean.",
    "{n}개의 행 가운데 모델이 맞힌 것은 {right}개이므로 정확도는 {expected}인데 {actual}(이)라고 "
    "계산했습니다. 예측한 클래스는 행마다 출력이 가장 큰 위치, `np.argmax(model.predict(x), axis=-1)`입니다. "
    "모든 행에서 타깃과 비교한 다음 평균을 구하세요.",
)
ACCURACY_IN_PERCENT = hint(
    "percent_instead_of_share",
    "{actual} is the accuracy in percent. It should be a share between 0 and 1: leave out the `* 100`.",
    "{actual}은(는) 퍼센트입니다. 0과 1 사이의 비율이어야 합니다. `* 100`을 지우세요.",
)
COUNT_NOT_SHARE = hint(
    "count_instead_of_share",
    "{actual} is the number of rows that are right. Divide it by the number of rows, `len(y)`, or take "
    "`np.mean` instead of `np.sum`.",
    "{actual}은(는) 맞힌 행의 개수입니다. 행의 수 `len(y)`로 나누거나 `np.sum` 대신 `np.mean`을 쓰세요.",
)
LOSS_NOT_ACCURACY = hint(
    "loss_instead_of_accuracy",
    "{actual} is the loss, not the accuracy: `evaluate` returns the loss first, then the accuracy.",
    "{actual}은(는) 정확도가 아니라 손실입니다. `evaluate`는 손실을 먼저, 정확도를 다음에 돌려줍니다.",
)


def same_accuracy(  # noqa: PLR0913 - a figure, what it is of, and what else it may be
    found: float,
    model: Model,
    x: Values,
    y: Values,
    *,
    other_x: Values | None = None,
    otherwise: Hint = WRONG_ACCURACY,
) -> None:
    """Raise a `Finding` unless `found` is the accuracy of `model` on `x` and `y` as the judge measures it.

    `otherwise` is the hint for the accuracy on `other_x`, the same samples prepared in a wrong way.
    """
    expected, rows = network.accuracy(model, x, y), len(y)
    if abs(found - expected) <= ATOL:
        return
    chosen = WRONG_ACCURACY
    if np.isclose(found, 100 * expected, atol=0.01):
        chosen = ACCURACY_IN_PERCENT
    elif np.isclose(found, rows * expected):
        chosen = COUNT_NOT_SHARE
    elif np.isclose(found, network.cross_entropy(model, x, y), rtol=1e-3):
        chosen = LOSS_NOT_ACCURACY
    elif other_x is not None and abs(found - network.accuracy(model, other_x, y)) <= ATOL:
        chosen = otherwise
    right = round(rows * expected)
    raise Finding(chosen, expected=f"{expected:.4f}", actual=f"{found:.4f}", n=rows, right=right)
