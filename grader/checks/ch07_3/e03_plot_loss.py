"""Judges ch07_3/e03_plot_loss."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from grader.checking.curves import (
    LEGEND_MISSING,
    READ,
    Drawn,
    axes_are_labelled,
    curve_through,
    legend_of,
    lying_curve_through,
    name_in_legend,
)
from grader.checking.expect import as_figure
from grader.checking.finding import Finding
from grader.checking.hint import hint
from grader.checking.marks import check
from grader.checking.subject import Subject
from grader.evidence.vocabulary import Figure

CURVE_MISSING = hint(
    "curve_missing",
    "There is no curve through the values of `{key}`. Draw all of them: `plt.plot(history_dict['{key}'])`.",
    "`{key}` 값을 모두 잇는 곡선이 없습니다. `plt.plot(history_dict['{key}'])`로 그리세요.",
    read=READ,
)
METRIC_IGNORED = hint(
    "metric_ignored",
    "Asked for metric='{metric}', the function drew '{other}'. Use the argument instead of a fixed key: "
    "`history_dict[metric]`.",
    "metric='{metric}'을(를) 그려야 하는데 '{other}'을(를) 그렸습니다. 고정된 키 대신 인수를 쓰세요: "
    "`history_dict[metric]`.",
    read=READ,
)
OTHER_SERIES_DRAWN = hint(
    "other_series_drawn",
    "Besides '{metric}' the figure shows '{other}', which was not asked for: its scale is another. Draw "
    "`history_dict[metric]` and, if there is one, `history_dict['val_' + metric]`.",
    "'{metric}' 말고 '{other}'도 그렸는데, 값의 범위가 달라서 함께 그리면 안 됩니다. "
    "`history_dict[metric]`과, 있으면 `history_dict['val_' + metric]`만 그리세요.",
    read=READ,
)
AXES_SWAPPED = hint(
    "curve_axes_swapped",
    "The curve lies on its side: the epochs belong on the x axis, the values on the y axis: "
    "`plt.plot(epochs, values)`.",
    "곡선이 옆으로 누웠습니다. 에포크가 x축, 값이 y축입니다: `plt.plot(epochs, values)`.",
    read=READ,
)
WRONG_EPOCHS = hint(
    "epochs_not_from_0_or_1",
    "For {n} epochs the curve of `{key}` is drawn over {actual}. The epochs count up from 0 (or from 1) by "
    "one.",
    "에포크가 {n}번인데 `{key}` 곡선을 {actual} 위에 그렸습니다. 에포크는 0(또는 1)부터 1씩 늘어납니다.",
    read=READ,
)
LABELS_SWAPPED = hint(
    "axis_labels_do_not_fit",
    "The x axis shows the epochs and the y axis '{metric}', but their labels are '{x_label}' and "
    "'{y_label}'.",
    "x축은 에포크, y축은 '{metric}'인데 축 이름은 '{x_label}', '{y_label}'입니다.",
    read=READ,
)
LEGEND_SWAPPED = hint(
    "legend_names_the_wrong_curve",
    "In the legend the curve of `{metric}` is called '{train}' and that of `val_{metric}` is called '{val}': "
    "the names should be the other way round. The names in `legend([...])` stand in the order of drawing.",
    "범례에서 `{metric}` 곡선의 이름이 '{train}', `val_{metric}` 곡선의 이름이 '{val}'입니다. 서로 "
    "바뀌었습니다. `legend([...])`의 이름은 그린 순서대로 적습니다.",
    read=READ,
)
LEGEND_UNCLEAR = hint(
    "legend_does_not_tell_curves_apart",
    "The legend calls the curve of `{metric}` '{train}' and that of `val_{metric}` '{val}': that does not "
    "say which is which. Call them 'train' and 'val', with a `label=` for each.",
    "범례에서 `{metric}` 곡선의 이름은 '{train}', `val_{metric}` 곡선의 이름은 '{val}'이라서 구별할 수 "
    "없습니다. 곡선마다 `label=`로 'train'과 'val'이라고 적으세요.",
    read=READ,
)

_VALIDATION = ("val", "검증", "test", "테스트", "eval")
_LOSS = ("loss", "손실")
_ACCURACY = ("acc", "정확")


@dataclass(frozen=True)
class Case:
    """What was asked for, and the figure that came back."""

    history: dict[str, list[float]]
    metric: str
    figure: Figure

    @property
    def keys(self) -> list[str]:
        """Return the keys of the series that are to be drawn."""
        return [key for key in (self.metric, f"val_{self.metric}") if key in self.history]

    def drawn(self, key: str) -> Drawn:
        """Return the curve of the series `key`."""
        values = np.array(self.history[key])
        found = curve_through(self.figure, values)
        if found is not None:
            return found
        if len(values) > 1 and lying_curve_through(self.figure, values):
            raise Finding(AXES_SWAPPED, expected="epochs on the x axis", actual="epochs on the y axis")
        other = self.other()
        if other:
            raise Finding(METRIC_IGNORED, expected=key, actual=other, metric=self.metric, other=other)
        lines = sum(len(axes.lines) for axes in self.figure.axes)
        raise Finding(CURVE_MISSING, expected=f"a curve of '{key}'", actual=f"{lines} curves", key=key)

    def other(self) -> str:
        """Return the key of a series that is drawn without having been asked for; empty for none."""
        rest = (key for key in self.history if key not in self.keys)
        return next((key for key in rest if curve_through(self.figure, np.array(self.history[key]))), "")


def _case(student: Subject, seed: int, epochs: int, keys: tuple[str, ...], metric: str | None = None) -> Case:
    random = np.random.default_rng(seed)
    history = {key: [float(value) for value in random.random(epochs)] for key in keys}
    arguments = (history,) if metric is None else (history, metric)
    figure = as_figure(student.plot_history(*arguments), "plot_history")
    return Case(history, metric or "loss", figure)


ALL_KEYS = ("accuracy", "loss", "val_accuracy", "val_loss")


@pytest.fixture(scope="module")
def losses(student: Subject) -> list[Case]:
    """Return the loss with validation data, where `metric` is not given."""
    return [_case(student, 1, 20, ALL_KEYS), _case(student, 2, 7, ("val_loss", "loss"))]


@pytest.fixture(scope="module")
def others(student: Subject) -> list[Case]:
    """Return other metrics, with validation data."""
    keys = ("mae", "loss", "val_mae", "val_loss")
    return [_case(student, 3, 12, ALL_KEYS, "accuracy"), _case(student, 4, 5, keys, "mae")]


@pytest.fixture(scope="module")
def alone(student: Subject) -> list[Case]:
    """Return trainings without validation data, one of them of one epoch."""
    return [
        _case(student, 5, 5, ("loss", "accuracy")),
        _case(student, 6, 1, ("accuracy", "loss"), "accuracy"),
    ]


def _draws_what_was_asked(case: Case) -> None:
    for key in case.keys:
        drawn, n = case.drawn(key), len(case.history[key])
        x = drawn.curve.x.value.reshape(-1) if drawn.curve.x.data is not None else np.zeros(0)
        if x.shape != (n,) or not any(np.allclose(x, np.arange(first, first + n)) for first in (0, 1)):
            over = f"{x[0]:g} ... {x[-1]:g}" if x.size else "nothing"
            raise Finding(WRONG_EPOCHS, expected=f"0 ... {n - 1}", actual=over, n=n, key=key)
    other = case.other()
    if other:
        raise Finding(
            OTHER_SERIES_DRAWN, expected=str(case.keys), actual=other, metric=case.metric, other=other
        )


@check(1.0, CURVE_MISSING)
def test_draws_loss_and_validation_loss(losses: list[Case]) -> None:
    """The loss and the validation loss are curves over the epochs.

    손실과 검증 손실이 에포크에 대한 곡선으로 그려져 있습니다.
    """
    for case in losses:
        _draws_what_was_asked(case)


@check(0.5, METRIC_IGNORED)
def test_draws_the_metric_that_is_asked_for(others: list[Case]) -> None:
    """With `metric="accuracy"`, or another key, the curves are those of that metric.

    `metric="accuracy"`처럼 다른 키를 주면 그 측정값의 곡선을 그립니다.
    """
    for case in others:
        _draws_what_was_asked(case)


@check(0.5, CURVE_MISSING)
def test_works_without_validation_data(alone: list[Case]) -> None:
    """Without validation data there is one curve, for any number of epochs.

    검증 데이터가 없으면 에포크 수와 상관없이 곡선이 하나입니다.
    """
    for case in alone:
        _draws_what_was_asked(case)


@check(0.5, LABELS_SWAPPED, after="test_draws_loss_and_validation_loss")
def test_labels_the_axes(losses: list[Case], others: list[Case]) -> None:
    """Both axes have a label that fits.

    두 축에 알맞은 이름이 있습니다.
    """
    for case in (*losses, *others):
        axes = case.drawn(case.metric).axes
        axes_are_labelled(axes)
        x_label, y_label = axes.x_label[0], axes.y_label[0]
        wrong = {"loss": _ACCURACY, "accuracy": _LOSS}.get(case.metric, (*_LOSS, *_ACCURACY))
        values_on_x = any(word in x_label.lower() for word in (*_LOSS, *_ACCURACY))
        fits = not values_on_x and not _only(y_label, wrong, (*_LOSS, *_ACCURACY))
        if not fits:
            raise Finding(
                LABELS_SWAPPED,
                expected=f"epoch, {case.metric}",
                actual=f"{x_label}, {y_label}",
                metric=case.metric,
                x_label=x_label,
                y_label=y_label,
            )


def _only(label: str, wrong: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Return whether every word of `words` that stands in `label` is a wrong one, and one does."""
    found = [word for word in words if word in label.lower()]
    return bool(found) and all(word in wrong for word in found)


@check(0.5, LEGEND_MISSING, after="test_draws_loss_and_validation_loss")
def test_has_a_legend_of_two_curves(losses: list[Case]) -> None:
    """A legend says which of two curves is of the training and which of the validation data.

    곡선이 두 개이면 어느 것이 훈련이고 어느 것이 검증인지 범례가 알려 줍니다.
    """
    for case in losses:
        if not legend_of(case.figure):
            raise Finding(LEGEND_MISSING, expected="a legend", actual="none")
        train, val = (name_in_legend(case.figure, case.drawn(key)) for key in case.keys)
        says_validation = [any(word in name.lower() for word in _VALIDATION) for name in (train, val)]
        if says_validation == [False, True] and train.strip():
            continue
        chosen = LEGEND_SWAPPED if says_validation == [True, False] else LEGEND_UNCLEAR
        raise Finding(
            chosen, expected="train, val", actual=f"{train}, {val}", metric=case.metric, train=train, val=val
        )
