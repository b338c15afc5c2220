"""Judges ch07_2/e07_optimizers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from grader.checking import training_hints as hints
from grader.checking.expect import as_optimizer, said
from grader.checking.finding import Finding
from grader.checking.hint import hint
from grader.checking.marks import check
from grader.checking.strategies import drawn
from grader.checking.subject import Subject
from grader.checking.training import same_optimizer
from grader.evidence.vocabulary import Opaque, String
from grader.language import Text

READ = Text(en="Section 7-2, optimizers", ko="7-2절 옵티마이저")

NAME_NOT_OBJECT = hint(
    "optimizer_name_returned",
    "`make_optimizer('{kind}')` returned a text. `compile` takes a name too, but here an optimizer object "
    "is asked for: `keras.optimizers.Adam()`, `keras.optimizers.SGD(...)`.",
    "`make_optimizer('{kind}')`가 문자열을 돌려주었습니다. `compile`에는 이름을 넘겨도 되지만 여기서는 "
    "옵티마이저 객체가 필요합니다: `keras.optimizers.Adam()`, `keras.optimizers.SGD(...)`.",
    read=READ,
)
CLASS_NOT_OBJECT = hint(
    "optimizer_class_returned",
    "`make_optimizer('{kind}')` returned a class or function, not an optimizer: the parentheses are "
    "missing. Write `keras.optimizers.Adam()`.",
    "`make_optimizer('{kind}')`가 옵티마이저가 아니라 클래스나 함수를 돌려주었습니다. 괄호가 빠졌습니다. "
    "`keras.optimizers.Adam()`이라고 쓰세요.",
    read=READ,
)
ANOTHER_OPTIMIZER = hint(
    "kind_gives_another_optimizer",
    "For '{kind}' the optimizer should be {expected}, but it is {actual}. Look at the order of your `if` "
    "and `elif` lines, or at the entries of your dictionary.",
    "'{kind}'에는 {expected}가 필요한데 {actual}을(를) 돌려주었습니다. `if`와 `elif`의 순서나 딕셔너리의 "
    "항목을 확인하세요.",
    read=READ,
)
UNKNOWN_ACCEPTED = hint(
    "unknown_kind_accepted",
    "'{kind}' is none of the six kinds, so `make_optimizer` should raise ValueError; it returned {actual}. "
    "End with `raise ValueError(...)`, not with `else: return ...` and not without any `return`.",
    "'{kind}'은(는) 여섯 가지에 들지 않으므로 ValueError를 일으켜야 하는데 {actual}을(를) 돌려주었습니다. "
    "함수 끝에 `else: return ...` 대신 `raise ValueError(...)`를 쓰세요.",
    read=READ,
)
OTHER_EXCEPTION = hint(
    "unknown_kind_other_exception",
    "For an unknown kind `make_optimizer` should raise ValueError, but it raised {actual}. A dictionary "
    "raises KeyError for a key that it does not have: check `if kind not in ...` first and write `raise "
    "ValueError(...)`.",
    "모르는 kind에는 ValueError를 일으켜야 하는데 {actual}이(가) 발생했습니다. 딕셔너리에 없는 키를 쓰면 "
    "KeyError가 납니다. 먼저 `if kind not in ...`으로 확인하고 `raise ValueError(...)`를 쓰세요.",
    read=READ,
)

# Near to the six kinds, and far from them.
unknown_kinds = st.sampled_from(("", "sgd_slow", "adam2", "momentum")) | st.text("abcdefgh", min_size=3).map(
    "no-{}".format
)


def _agrees(student: Subject, reference: Subject, kind: str) -> None:
    """Raise a `Finding` unless the student's optimizer of that kind is the reference's."""
    returned = student.make_optimizer(kind)
    if isinstance(returned, String):
        raise Finding(NAME_NOT_OBJECT, expected="an optimizer", actual=repr(returned.value[:40]), kind=kind)
    if isinstance(returned, Opaque) and returned.class_name in ("type", "ABCMeta", "function"):
        raise Finding(CLASS_NOT_OBJECT, expected="an optimizer", actual=f"a {returned.class_name}", kind=kind)
    optimizer = as_optimizer(returned, "make_optimizer")
    expected = as_optimizer(reference.make_optimizer(kind), "make_optimizer")
    if optimizer.kind != expected.kind:
        raise Finding(ANOTHER_OPTIMIZER, expected=expected.kind, actual=optimizer.kind, kind=kind)
    same_optimizer(optimizer, expected)


@check(1.0, hints.WRONG_OPTIMIZER_SETTING)
def test_sgd_at_two_rates(student: Subject, reference: Subject) -> None:
    """`sgd` is SGD with the rate 0.01, `sgd_fast` SGD with the rate 0.1.

    `sgd`는 학습률이 0.01인 SGD, `sgd_fast`는 학습률이 0.1인 SGD입니다.
    """
    for kind in ("sgd", "sgd_fast"):
        _agrees(student, reference, kind)


@check(0.5, hints.WRONG_OPTIMIZER_SETTING)
def test_nesterov_momentum(student: Subject, reference: Subject) -> None:
    """`nesterov` is SGD with the momentum 0.9 and Nesterov's acceleration.

    `nesterov`는 모멘텀이 0.9이고 네스테로프 가속을 쓰는 SGD입니다.
    """
    _agrees(student, reference, "nesterov")


@check(1.0, hints.WRONG_OPTIMIZER)
def test_adaptive_optimizers(student: Subject, reference: Subject) -> None:
    """`adagrad`, `rmsprop` and `adam` are those optimizers at their default settings.

    `adagrad`, `rmsprop`, `adam`은 설정이 기본값인 그 옵티마이저입니다.
    """
    for kind in ("adagrad", "rmsprop", "adam"):
        _agrees(student, reference, kind)


@check(0.5, UNKNOWN_ACCEPTED)
@drawn
@given(kind=unknown_kinds)
def test_refuses_an_unknown_kind(student: Subject, kind: str) -> None:
    """Any other kind raises ValueError.

    다른 kind에는 ValueError를 일으킵니다.
    """
    student.make_optimizer("sgd")  # to refuse everything is no answer
    try:
        returned = student.make_optimizer(kind)
    except Finding as finding:
        if not finding.raised:  # no such function, a time-out, ...
            raise
        if "ValueError" not in finding.raised:
            raise Finding(OTHER_EXCEPTION, expected="ValueError", actual=finding.raised[0]) from None
        return
    raise Finding(UNKNOWN_ACCEPTED, expected="ValueError", actual=said(returned), kind=kind)
