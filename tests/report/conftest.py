"""Reports to render: a realistic one, and a strategy for any."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from grader.language import Text
from grader.report import (
    CheckResult,
    CheckStatus,
    ExerciseResult,
    Frame,
    Reason,
    Report,
    Status,
    report_of,
)
from tests.report import strategies
from tests.report.strategies import ENVIRONMENT


@pytest.fixture(scope="session")
def reports() -> st.SearchStrategy[Report]:
    """Any report, whatever its texts are (short of lone surrogates, which UTF-8 cannot say)."""
    ids = st.from_regex(r"\A[a-z0-9_]{1,20}(/[a-z0-9_]{1,20})?\Z")
    return strategies.reports(st.text(max_size=30), st.floats(0, 100, allow_nan=False), ids)


@pytest.fixture(scope="session")
def flattening() -> CheckResult:
    """The commonest mistake of e04: the image reshaped row by row."""
    return CheckResult(
        name="test_flattens_to_784",
        title=Text(
            en="Each image becomes one row of 784 numbers", ko="이미지 하나가 숫자 784개의 한 행이 됩니다"
        ),
        status=CheckStatus.FAILED,
        score=0.0,
        max_score=2.0,
        expected="shape (5, 784)",
        actual="shape (140, 28)",
        hint="flattened_per_row",
        message=Text(
            en="28 columns: the image was reshaped per row; 28 * 28 = 784 belongs in one axis. "
            "Use `images.reshape(-1, 28 * 28)`.",
            ko="열이 28개입니다. 이미지를 행마다 따로 펼쳤습니다. 28 * 28 = 784개를 한 축에 두어야 합니다. "
            "`images.reshape(-1, 28 * 28)`을 쓰세요.",
        ),
        read=Text(
            en="chapter 7-1, “Preparing the pixels”; https://numpy.org/doc/stable/reference/generated/numpy.reshape.html",
            ko="7-1절 “픽셀 준비하기”, https://numpy.org/doc/stable/reference/generated/numpy.reshape.html",
        ),
    )


@pytest.fixture(scope="session")
def exception() -> CheckResult:
    """An exception whose cause is known."""
    return CheckResult(
        name="test_trains_five_epochs",
        title=Text(en="`train` runs five epochs", ko="`train`은 다섯 에포크를 훈련합니다"),
        status=CheckStatus.FAILED,
        score=0.0,
        max_score=1.5,
        actual="ValueError",
        hint="metrics_not_a_list",
        message=Text(
            en="Keras 3 wants a list of metrics: `metrics=['accuracy']`, not `metrics='accuracy'`.",
            ko="Keras 3에서는 측정값을 리스트로 씁니다. "
            "`metrics='accuracy'`가 아니라 `metrics=['accuracy']`입니다.",
        ),
        reason=Reason.EXCEPTION,
        frames=(
            Frame("exercises/ch07_1/e10_train_and_evaluate.py", 21, "train", "    compile_model(model)"),
            Frame(
                "exercises/ch07_1/e10_train_and_evaluate.py",
                9,
                "compile_model",
                "    model.compile(loss='sparse_categorical_crossentropy', metrics='accuracy')",
            ),
        ),
        detail="ValueError: Expected `metrics` argument to be a list, tuple, or dict. "
        "\x1b[1mReceived instead:\x1b[0m metrics=accuracy of type <class 'str'>",
    )


@pytest.fixture(scope="session")
def sample(flattening: CheckResult, exception: CheckResult) -> Report:
    """A submission of which one exercise is right, two are wrong, one is empty, and one broke the grader."""
    in_range = CheckResult(
        name="test_values_between_0_and_1",
        title=Text(en="The values lie between 0 and 1", ko="값은 0과 1 사이입니다"),
        status=CheckStatus.PASSED,
        score=1.0,
        max_score=1.0,
    )
    row_major = CheckResult(
        name="test_row_major",
        title=Text(en="The pixels keep their order", ko="픽셀의 순서가 그대로입니다"),
        status=CheckStatus.BLOCKED,
        score=0.0,
        max_score=0.5,
    )
    broken = CheckResult(
        name="test_draws",
        title=Text(en="The images are drawn", ko="이미지를 그립니다"),
        status=CheckStatus.ERROR,
        score=0.0,
        max_score=2.0,
        detail="KeyError: 'axes'",
    )

    def exercise(
        identifier: str, en: str, ko: str, status: Status, *checks: CheckResult, **more: object
    ) -> ExerciseResult:
        return ExerciseResult(
            id=identifier,
            title=Text(en=en, ko=ko),
            status=status,
            reason=next((check.reason for check in checks if check.reason), None),
            score=sum((check.score for check in checks), 0.0),
            max_score=sum(check.max_score for check in checks) or 3.0,
            seconds=0.4,
            checks=checks,
            notes=(Text(en="The output was cut after 64 KiB.", ko="출력은 64 KiB에서 잘렸습니다."),)
            if more.get("noted")
            else (),
        )

    return report_of(
        "kim",
        ENVIRONMENT,
        (
            exercise("ch07_1/e01_load_data", "Load the data", "데이터 불러오기", Status.PASSED, in_range),
            exercise("ch07_1/e03_show_samples", "Show samples", "샘플 보기", Status.ERROR, broken),
            exercise(
                "ch07_1/e04_scale_and_flatten",
                "Scale and flatten the images",
                "이미지의 배율을 맞추고 펼치기",
                Status.FAILED,
                flattening,
                in_range,
                row_major,
                noted=True,
            ),
            exercise(
                "ch07_1/e10_train_and_evaluate",
                "Train and evaluate the softmax model",
                "소프트맥스 모델을 훈련하고 평가하기",
                Status.FAILED,
                exception,
            ),
            exercise(
                "ch07_3/e06_save_and_restore_weights",
                "Save the weights and restore them",
                "가중치를 저장하고 복원하기",
                Status.NOT_ATTEMPTED,
            ),
        ),
    )
