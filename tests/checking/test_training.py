from collections.abc import Callable

import msgspec
import pytest

from grader.checking import training
from grader.checking.finding import Finding
from grader.evidence.data_summary import DataSummary
from grader.evidence.vocabulary import Callback, Optimizer
from grader.sandbox.messages import FitCall, Outcome
from tests.checking.described import callback, compilation, data, dense, fit, flatten, history, model, network


def hint_of(action: Callable[..., object], *arguments: object) -> str:
    with pytest.raises(Finding) as found:
        action(*arguments)
    assert found.value.message.en
    assert found.value.message.ko
    return found.value.hint.id


def test_a_training_is_its_own_match() -> None:
    call = fit(callbacks=(callback("EarlyStopping"),), validation=data(seed=1))
    training.same_data(call, call)
    training.same_validation(call, call)
    training.same_schedule(call, call)
    training.same_callbacks(call, call)
    training.same_compilation(call.compilation, call.compilation, call.model)


@pytest.mark.parametrize(
    ("changes", "hint"),
    [
        ({"data": data(rows=60)}, "not_all_rows"),
        ({"data": data(maximum=255.0)}, "not_scaled"),
        ({"data": data(maximum=1 / 255)}, "scaled_twice"),
        ({"data": data(seed=9)}, "wrong_training_data"),
        ({"data": data(class_counts={"0": 64})}, "wrong_training_data"),
        ({"data": data(targets="one_hot")}, "labels_one_hot"),
        ({"data": data(source="opaque", class_means=None)}, "wrong_training_data"),
        ({"validation_split": 0.2}, "unwanted_validation"),
    ],
)
def test_other_data_are_named(changes: dict[str, object], hint: str) -> None:
    assert hint_of(training.same_data, fit(**changes), fit()) == hint


def test_order_format_and_batches_of_the_data_do_not_count() -> None:
    training.same_data(fit(data=data(dtype="float64", source="dataset", shape=(4,), batch_size=32)), fit())


@pytest.mark.parametrize(
    ("validation", "hint"),
    [(None, "no_validation_data"), (data(seed=0), "wrong_validation_data")],
)
def test_other_validation_data_are_named(validation: DataSummary | None, hint: str) -> None:
    assert hint_of(training.same_validation, fit(validation=validation), fit(validation=data(seed=1))) == hint


def test_a_validation_split_in_the_place_of_validation_data_is_named() -> None:
    call = fit(validation_split=0.2)
    assert hint_of(training.same_data, call, fit(validation=data(seed=1))) == "validation_split_used"


def test_validation_that_is_not_asked_for_is_named() -> None:
    assert hint_of(training.same_validation, fit(validation=data()), fit()) == "unwanted_validation"


@pytest.mark.parametrize(
    ("changes", "hint"),
    [
        ({"epochs": 1}, "wrong_epochs"),
        ({"batch_size": 64}, "wrong_batch_size"),
        ({"shuffle": False}, "not_shuffled"),
        ({"weighted": True}, "unusual_fit_setting"),
        ({"steps_per_epoch": 1}, "unusual_fit_setting"),
    ],
)
def test_another_schedule_is_named(changes: dict[str, object], hint: str) -> None:
    assert hint_of(training.same_schedule, fit(**changes), fit()) == hint


@pytest.mark.parametrize(
    ("changes", "hint"),
    [
        ({"optimizer": Optimizer(kind="SGD", config={})}, "wrong_optimizer"),
        ({"optimizer": Optimizer(kind="Adam", config={"learning_rate": 0.1})}, "wrong_optimizer_setting"),
        ({"loss": "mean_squared_error"}, "wrong_loss"),
        ({"from_logits": True}, "loss_and_output_disagree"),
        ({"metrics": ()}, "no_accuracy_metric"),
        ({"metrics": ("acc",)}, "no_accuracy_metric"),
    ],
)
def test_other_compile_settings_are_named(changes: dict[str, object], hint: str) -> None:
    assert hint_of(training.same_compilation, compilation(**changes), compilation(), network()) == hint


def test_a_model_that_is_not_compiled_is_named() -> None:
    assert hint_of(training.same_compilation, None, compilation(), network()) == "model_not_compiled"


def test_logits_want_a_loss_from_logits() -> None:
    logits = model(flatten(), dense(2))
    training.loss_and_output_agree(compilation(from_logits=True), logits)
    assert hint_of(training.loss_and_output_agree, compilation(), logits) == "loss_and_output_disagree"


def test_the_metric_may_be_written_as_an_object() -> None:
    training.measures_accuracy(compilation(metrics=("SparseCategoricalAccuracy:accuracy",)))


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ((), "missing_callback"),
        ((callback("ModelCheckpoint"),), "missing_callback"),
        ((callback("EarlyStopping", patience=3),), "wrong_callback_setting"),
        ((callback("EarlyStopping", monitor="val_accuracy"),), "wrong_callback_setting"),
        ((callback("EarlyStopping", direction="greater"),), "wrong_callback_setting"),
        ((callback("EarlyStopping"), callback("ReduceLROnPlateau")), "extra_callback"),
    ],
)
def test_other_callbacks_are_named(given: tuple[Callback, ...], hint: str) -> None:
    expected = fit(callbacks=(callback("EarlyStopping"),))
    assert hint_of(training.same_callbacks, fit(callbacks=given), expected) == hint


def test_a_callback_of_the_students_own_may_stand_for_keras_own() -> None:
    own = msgspec.structs.replace(callback("EarlyStopping"), kind="opaque")
    training.same_callbacks(fit(callbacks=(own,)), fit(callbacks=(callback("EarlyStopping"),)))


def test_harmless_callbacks_do_not_count() -> None:
    training.same_callbacks(fit(callbacks=(callback("CSVLogger"),)), fit())


@pytest.mark.parametrize(
    ("calls", "hint"), [((), "fit_not_called"), ((fit(), fit()), "fit_called_more_than_once")]
)
def test_exactly_one_call_of_fit(calls: tuple[FitCall, ...], hint: str) -> None:
    assert hint_of(training.only_fit, Outcome(fits=calls), "train", fit()) == hint


def test_a_history_made_up_by_hand_is_not_the_recorded_one() -> None:
    training.is_history_of(history(5), fit())
    assert hint_of(training.is_history_of, history(4), fit()) == "not_the_history_of_this_training"
    assert hint_of(training.is_history_of, history(5, "loss"), fit()) == "not_the_history_of_this_training"
