"""A student's `evaluate`, judged on a model whose loss and accuracy the judge computes itself."""

from __future__ import annotations

from grader.checking.expect import as_items, as_model, as_number
from grader.checking.finding import Finding
from grader.checking.given_models import only_looked_at, samples
from grader.checking.hint import hint
from grader.checking.network import accuracy, cross_entropy
from grader.checking.subject import Subject
from grader.checking.trial import LOSS_ATOL
from grader.evidence.vocabulary import Model
from grader.language import Text

READ = Text(en="Section 7-1, evaluating the model", ko="7-1절 모델의 성능 평가")

WRONG_FIGURES = hint(
    "evaluation_differs",
    "On {rows} rows the model has (loss, accuracy) = {expected}, but `evaluate` returned {actual}. Return "
    "what `model.evaluate(x, y)` gives for the very model and data that the function was given.",
    "{rows}개의 행에서 이 모델의 (손실, 정확도)는 {expected}인데 `evaluate` 함수는 {actual}을(를) "
    "돌려주었습니다. 함수가 받은 바로 그 모델과 데이터로 `model.evaluate(x, y)`를 부른 결과를 돌려주세요.",
    read=READ,
)
FIGURES_SWAPPED = hint(
    "loss_and_accuracy_swapped",
    "`evaluate` returned the accuracy first and the loss second. Keras gives the loss first: `loss, "
    "accuracy = model.evaluate(x, y)`; return them in that order.",
    "`evaluate` 함수가 정확도를 먼저, 손실을 나중에 돌려주었습니다. 케라스는 손실을 먼저 돌려줍니다. `loss, "
    "accuracy = model.evaluate(x, y)`의 순서대로 돌려주세요.",
    read=READ,
)


def evaluates_without_training(student: Subject, given: Model) -> None:
    """Raise a `Finding` unless `evaluate` returns loss and accuracy of `given`, and leaves it as it was."""
    model = as_model(student.make(given), "evaluate")
    for rows in (50, 1):
        x, y = samples(given, rows, seed=rows)
        outcome = student.call("evaluate", model, x, y)
        only_looked_at(student, model, outcome, "evaluate")
        loss, share = (
            as_number(item, "evaluate") for item in as_items(outcome.value, "evaluate", ("loss", "accuracy"))
        )
        _same_figures(loss, share, cross_entropy(given, x, y), accuracy(given, x, y), rows)


def _same_figures(loss: float, share: float, expected_loss: float, expected_share: float, rows: int) -> None:
    def near(actual: float, expected: float) -> bool:
        return abs(actual - expected) <= LOSS_ATOL * max(1.0, abs(expected))

    if near(loss, expected_loss) and near(share, expected_share):
        return
    if near(loss, expected_share) and near(share, expected_loss):
        raise Finding(FIGURES_SWAPPED, expected="(loss, accuracy)", actual="(accuracy, loss)")
    raise Finding(
        WRONG_FIGURES,
        expected=f"({expected_loss:.4f}, {expected_share:.4f})",
        actual=f"({loss:.4f}, {share:.4f})",
        rows=rows,
    )
