"""Compiling Keras models: optimizer, loss, metrics."""

from __future__ import annotations

from grader.checking.exceptions.rules import Rule, rule
from grader.checking.hint import hint

RULES: tuple[Rule, ...] = (
    rule(
        hint(
            "optimizer_argument_unknown",
            "The optimizer has no argument `{name}`. Those of the chapter are `learning_rate`, `momentum`"
            " and `nesterov`: `keras.optimizers.SGD(momentum=0.9, nesterov=True)`.",
            "옵티마이저에 `{name}` 인수는 없습니다. 이 장에서 쓰는 인수는 `learning_rate`, `momentum`,"
            " `nesterov`입니다: `keras.optimizers.SGD(momentum=0.9, nesterov=True)`.",
        ),
        "ValueError TypeError",
        r"Argument\(s\) not recognized: \{'(?P<name>\w{1,60})'",
    ),
    rule(
        hint(
            "momentum_invalid",
            "The momentum is a number between 0 and 1: `keras.optimizers.SGD(momentum=0.9, nesterov=True)`."
            " Give settings by name, so that their order does not matter.",
            "모멘텀은 0과 1 사이의 수입니다: `keras.optimizers.SGD(momentum=0.9, nesterov=True)`."
            " 설정은 순서와 상관없도록 이름을 써서 넘기세요.",
        ),
        "ValueError",
        r"`momentum` must be",
    ),
    rule(
        hint(
            "optimizer_unknown",
            "Keras does not know this optimizer. Names are texts in small letters, `optimizer='adam'`; a"
            " class needs parentheses, `optimizer=keras.optimizers.Adam()`.",
            "케라스가 모르는 옵티마이저입니다. 이름은 소문자 문자열로 `optimizer='adam'`, 클래스는 괄호를"
            " 붙여 `optimizer=keras.optimizers.Adam()`이라고 쓰세요.",
        ),
        "ValueError TypeError",
        r"Could not interpret optimizer",
    ),
    rule(
        hint(
            "loss_unknown",
            "Keras does not know this loss. For labels that are class numbers write"
            " `loss='sparse_categorical_crossentropy'`.",
            "케라스가 모르는 손실입니다. 타깃이 클래스 번호라면 `loss='sparse_categorical_crossentropy'`라고"
            " 쓰세요.",
        ),
        "ValueError TypeError",
        r"Could not interpret loss|Unknown loss",
    ),
    rule(
        hint(
            "metric_unknown",
            "Keras does not know this metric. Write `metrics=['accuracy']`.",
            "케라스가 모르는 지표입니다. `metrics=['accuracy']`라고 쓰세요.",
        ),
        "ValueError TypeError",
        r"Could not interpret metric|Unknown metric",
    ),
    rule(
        hint(
            "metrics_not_list",
            "Keras 3 wants the metrics as a list, even a single one: `metrics=['accuracy']`.",
            "케라스 3에서는 지표가 하나라도 리스트로 주어야 합니다: `metrics=['accuracy']`.",
        ),
        "ValueError TypeError",
        r"Expected `?metrics`? argument",
    ),
    rule(
        hint(
            "compile_third_argument",
            "The third argument of `compile` is not `metrics` but `loss_weights`, so the metric ended up"
            " there. Give it by name: `model.compile(optimizer='adam',"
            " loss='sparse_categorical_crossentropy', metrics=['accuracy'])`.",
            "`compile`의 세 번째 인수는 `metrics`가 아니라 `loss_weights`라서 지표가 엉뚱한 곳에"
            " 들어갔습니다. 이름을 써서 넘기세요: `model.compile(optimizer='adam',"
            " loss='sparse_categorical_crossentropy', metrics=['accuracy'])`.",
        ),
        "ValueError TypeError",
        r"`loss_weights` argument|dtype=['\"]?(?:string|<class 'str'>)['\"]?"
        r" is not a valid dtype for Keras type promotion",
    ),
    rule(
        hint(
            "one_loss_expected",
            "The model has one output and takes one loss, not a list of them:"
            " `loss='sparse_categorical_crossentropy', metrics=['accuracy']`.",
            "모델의 출력이 하나이므로 손실도 리스트가 아니라 하나만 주세요:"
            " `loss='sparse_categorical_crossentropy', metrics=['accuracy']`.",
        ),
        "ValueError",
        r"`loss` argument must be a callable|`loss`.{0,40}single output",
    ),
    rule(
        hint(
            "not_compiled",
            "The model must be compiled before `fit` and `evaluate`: call"
            " `model.compile(loss=..., metrics=['accuracy'])` first.",
            "`fit`과 `evaluate` 전에 모델을 컴파일해야 합니다. 먼저"
            " `model.compile(loss=..., metrics=['accuracy'])`를 호출하세요.",
        ),
        "ValueError RuntimeError",
        r"must (?:call `?compile|compile your model)|has not been compiled",
    ),
    rule(
        hint(
            "loss_missing",
            "`compile` was called without a loss, so there is nothing to make smaller. Write"
            " `model.compile(loss=..., metrics=['accuracy'])`.",
            "`compile`에 손실을 지정하지 않아 줄일 값이 없습니다."
            " `model.compile(loss=..., metrics=['accuracy'])`라고 쓰세요.",
        ),
        "ValueError",
        r"No loss to compute|No loss found",
    ),
)
