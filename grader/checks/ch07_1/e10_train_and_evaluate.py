"""Judges ch07_1/e10_train_and_evaluate."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from grader.checking import training_hints as hints
from grader.checking.bands import ON_VALIDATION, Bands
from grader.checking.evaluation import WRONG_FIGURES, evaluates_without_training
from grader.checking.expect import as_model
from grader.checking.finding import Finding
from grader.checking.given_models import ADAM, classifier, samples
from grader.checking.hint import hint
from grader.checking.learning import learns_as_much
from grader.checking.lesson import Lesson, Split
from grader.checking.marks import check
from grader.checking.plain_training import trains_as_long_on_the_same_rows
from grader.checking.subject import Subject
from grader.checking.training import is_history_of, loss_and_output_agree, same_compilation
from grader.checking.trial import Trial
from grader.evidence.vocabulary import Compilation, Layer, Model, Optimizer, array
from grader.language import Text
from grader.sandbox.messages import Outcome

READ = Text(
    en="Section 7-1, compiling and training a network", ko="7-1절 모델의 손실과 측정값 설정, 모델 훈련"
)

GIVEN_NOT_COMPILED = hint(
    "given_model_not_compiled",
    "After `compile_model(model)` the model that was passed in is not compiled. Call `model.compile(...)` "
    "on that very model: do not build a new one, and do not only return the settings.",
    "`compile_model(model)`을 부른 뒤에도 인수로 받은 모델이 컴파일되어 있지 않습니다. 새 모델을 만들지 "
    "말고 받은 모델에 `model.compile(...)`을 부르세요.",
    read=READ,
)
GIVEN_NOT_TRAINED = hint(
    "given_model_not_trained",
    "`train` trained another model than the one that was passed in. Call `fit` on that very model: do not "
    "build or copy one inside of `train`.",
    "`train` 함수가 인수로 받은 모델이 아닌 다른 모델을 훈련했습니다. 함수 안에서 모델을 새로 만들거나 "
    "복사하지 말고 받은 모델의 `fit`을 부르세요.",
    read=READ,
)
RMSPROP = Compilation(
    optimizer=Optimizer(kind="RMSprop", config={}),
    loss="sparse_categorical_crossentropy",
    from_logits=False,
    metrics=("accuracy",),
)


def _softmax_model(compilation: Compilation | None) -> Model:
    """Return the model of e09 with weights drawn as Keras draws them."""
    bound = np.sqrt(6 / (784 + 10))
    kernel = np.random.default_rng(10).uniform(-bound, bound, (784, 10)).astype(np.float32)
    layer = Layer(
        kind="Dense",
        name="",
        config={"units": 10, "activation": "softmax"},
        weights=(array(kernel), array(np.zeros(10, np.float32))),
    )
    given = classifier(10, image_shape=(784,), compilation=compilation)
    return msgspec.structs.replace(given, layers=(layer,))


@pytest.fixture(scope="module")
def model(student: Subject) -> Model:
    """Return a compiled model, alive where the student's code runs."""
    return as_model(student.make(_softmax_model(RMSPROP)), "make")


@pytest.fixture(scope="module")
def rehearsal(student: Subject, reference: Subject, model: Model, small_split: Split) -> Trial:
    """Return the training of `model` in miniature."""
    expected = _reference_training(reference, small_split)
    trial = Trial("train", ("history",), student.call("train", model, *small_split.flat.train), expected)
    _ = trial.fit  # that it was called, and once, is said once
    return trial


def _reference_training(reference: Subject, split: Split) -> Outcome:
    """Return the reference's training of the model as it is to be compiled."""
    return reference.call("train", _softmax_model(RMSPROP), *split.flat.train)


@check(1.0, hints.NOT_COMPILED)
def test_compiles_the_model(student: Subject, reference: Subject, small_split: Split) -> None:
    """The given model is compiled with the default optimizer, the sparse loss, and accuracy.

    받은 모델을 기본 옵티마이저, sparse 손실, accuracy로 컴파일합니다.
    """
    given = as_model(student.make(_softmax_model(None)), "make")
    student.call("compile_model", given)
    found = as_model(student.describe(given), "compile_model")
    if found.compilation is None:
        raise Finding(GIVEN_NOT_COMPILED, expected="a compiled model", actual="not compiled")
    loss_and_output_agree(found.compilation, found)
    # Keras looks at some of the settings only when it needs them.
    student.method(given, "evaluate", *samples(given, 4, 1), verbose=0)
    expected = _reference_training(reference, small_split).fits[0]
    same_compilation(found.compilation, expected.compilation, found)


@check(1.0, hints.FIT_NOT_CALLED)
def test_trains_five_epochs_on_all_rows(student: Subject, rehearsal: Trial, model: Model) -> None:
    """The given model is trained once, for 5 epochs, on all the rows.

    받은 모델을 모든 행으로 5번의 에포크 동안 한 번 훈련합니다.
    """
    trains_as_long_on_the_same_rows(rehearsal)
    trained = as_model(student.describe(model), "train")
    if trained.compilation is None or not trained.compilation.optimizer.iterations:
        raise Finding(GIVEN_NOT_TRAINED, expected="the given model trained", actual="not trained")
    same_compilation(rehearsal.fit.compilation, rehearsal.reference_fit.compilation, trained)


@check(0.5, hints.NOT_THE_HISTORY, after="test_trains_five_epochs_on_all_rows")
def test_returns_the_history(rehearsal: Trial) -> None:
    """`train` returns the History of the training.

    `train`은 훈련의 History를 돌려줍니다.
    """
    is_history_of(rehearsal.history, rehearsal.fit)


@check(0.5, WRONG_FIGURES)
def test_evaluates_without_training(student: Subject) -> None:
    """`evaluate` returns the loss and the accuracy of the given model, and does not train it.

    `evaluate`는 받은 모델의 손실과 정확도를 돌려주고, 모델을 훈련하지 않습니다.
    """
    evaluates_without_training(student, classifier(7, image_shape=(784,), compilation=ADAM))


@check(1.0, hints.METRIC_TOO_LOW, after=("test_compiles_the_model", "test_returns_the_history"))
def test_learns_fashion_mnist(student: Subject, reference: Subject, lesson: Lesson, bands: Bands) -> None:
    """Compiled and trained on Fashion-MNIST, the model becomes as good as the reference's.

    패션 MNIST로 컴파일하고 훈련하면 참고 답안만큼 좋은 모델이 됩니다.
    """
    images, seconds = lesson.images.flat, lesson.training_seconds

    def trained(seed: int | None = None) -> tuple[Outcome, Model]:
        model = as_model(student.make(_softmax_model(None)), "make")
        student.call("compile_model", model)
        outcome = student.call("train", model, *images.train, timeout_seconds=seconds, seed=seed)
        return outcome, as_model(student.describe(model), "train")

    observed, model = trained()
    # Described, not alive: the reference's answer to the same request is kept.
    expected = reference.call("train", _softmax_model(RMSPROP), *images.train, timeout_seconds=seconds)
    trial = Trial("train", ("history",), observed, expected)
    learns_as_much(
        bands,
        ON_VALIDATION,
        (images.val_x, images.val_y),
        model=model,
        history=trial.fit.history,
        reference=trial.reference_fit.trained,
        again=lambda seed: trained(seed)[1],
        settings=lambda: trains_as_long_on_the_same_rows(trial),
    )
