"""Whatever a file does, it gets a verdict with a reason, and the next exercise is graded."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.catalog import exercises, find
from grader.data import Profile
from grader.judging import Resources, Settings, grade
from grader.report import CheckStatus, ExerciseResult, Reason, Status
from grader.sandbox import Limits
from grader.submission import Submission

FLATTEN = "ch07_1/e04_scale_and_flatten"
MODEL = "ch07_2/e05_relu_flatten"
RIGHT = "def scale_and_flatten(images):\n    return images.reshape(len(images), 784) / 255\n"


@pytest.fixture(scope="module")
def impatient() -> Iterator[Resources]:
    opened = Resources(
        Settings(profile=Profile.SMALL, download=False), Limits(load_seconds=8.0, call_seconds=5.0)
    )
    opened.expect(exercise.reference for exercise in exercises())
    yield opened
    opened.close()


Judge = Callable[[str, str], ExerciseResult]


@pytest.fixture
def judge(impatient: Resources, tmp_path: Path) -> Judge:
    def judged(exercise_id: str, source: str) -> ExerciseResult:
        exercise = find(exercise_id)
        file = tmp_path / f"{exercise_id}.py"
        file.parent.mkdir(parents=True)
        file.write_text(source, encoding="utf-8")
        report = grade(Submission("someone", {exercise_id: file}), impatient, only=[exercise])
        return report.exercises[0]

    return judged


def only_failure(result: ExerciseResult) -> tuple[str | None, Reason | None]:
    failed = [check for check in result.checks if check.status is CheckStatus.FAILED]
    return failed[0].hint, failed[0].reason


@pytest.mark.parametrize(
    ("source", "hint", "reason"),
    [
        ("def scale_and_flatten(images)\n    return images\n", "missing_colon", Reason.SYNTAX_ERROR),
        ("import nosuchmodule\n" + RIGHT, "module_not_installed", Reason.IMPORT_ERROR),
        ("1 / 0\n" + RIGHT, "exception_zero_division", Reason.IMPORT_ERROR),
        ("while True: pass\n" + RIGHT, "timeout", Reason.TIMEOUT),
        ("import sys\nsys.exit(0)\n" + RIGHT, "exit_called", Reason.CRASH),
        ("import os\nos._exit(0)\n" + RIGHT, "crash", Reason.CRASH),
        ("def scale_and_flatten(images):\n    while True: pass\n", "timeout", Reason.TIMEOUT),
        ("def scale_and_flatten(images):\n    import os; os._exit(0)\n", "crash", Reason.CRASH),
        ("def scale_and_flatten(images):\n    import os; os.abort()\n", "crash", Reason.CRASH),
        ("def scale_and_flatten(images):\n    raise SystemExit\n", "exit_called", Reason.CRASH),
        ("def scale_and_flatten(images):\n    return images[9]\n", "index_out_of_bounds", Reason.EXCEPTION),
        ("def scale_and_flatten(images):\n    return (row for row in images)\n", "returns_generator", None),
        ("def scale_and_flatten(images):\n    images / 255\n", "missing_return", None),
        ("class Odd:\n    pass\ndef scale_and_flatten(images):\n    return Odd()\n", "wrong_type", None),
        (
            (
                "import numpy as np\ndef scale_and_flatten(images):\n"
                "    return np.broadcast_to(np.float32(0), (50_000, 50_000))\n"
            ),
            "array_too_large",
            None,
        ),
        (
            (
                "import numpy as np\ndef scale_and_flatten(images):\n"
                "    return np.full((len(images), 784), np.nan)\n"
            ),
            "not_finite",
            None,
        ),
        ("def scale_and_flatten(images):\n    return input()\n", "input_called", Reason.EXCEPTION),
        ("def scale_and_flaten(images):\n    return images\n", "function_missing", None),
    ],
)
def test_a_broken_file_gets_a_reason_and_a_hint(judge: Judge, source: str, hint: str, reason: Reason) -> None:
    result = judge(FLATTEN, source)
    assert result.status is Status.FAILED
    assert only_failure(result) == (hint, reason)
    assert sum(check.status is CheckStatus.ERROR for check in result.checks) == 0


def test_after_a_crash_the_rest_of_the_exercise_is_blocked_and_said_once(judge: Judge) -> None:
    result = judge(FLATTEN, "def scale_and_flatten(images):\n    import os; os._exit(0)\n")
    assert [check.status for check in result.checks] == [
        CheckStatus.FAILED,
        CheckStatus.BLOCKED,
        CheckStatus.BLOCKED,
    ]
    assert result.score == 0


def test_a_megabyte_of_output_is_cut_and_noted(judge: Judge) -> None:
    result = judge(FLATTEN, "print('x' * 2**20)\n" + RIGHT)
    assert result.status is Status.PASSED
    assert "cut" in result.notes[0].en


def test_endless_output_ends(judge: Judge) -> None:
    result = judge(FLATTEN, "while True: print('x' * 2**16)\n" + RIGHT)
    assert only_failure(result)[1] in (Reason.OUTPUT_LIMIT, Reason.TIMEOUT)


def test_a_model_on_the_wrong_input_size_is_named(judge: Judge) -> None:
    result = judge(
        MODEL,
        "import keras\ndef build_model():\n"
        "    return keras.Sequential([keras.Input((28, 29)), keras.layers.Flatten(),"
        "keras.layers.Dense(100, activation='relu'), keras.layers.Dense(10, activation='softmax')])\n",
    )
    assert only_failure(result) == ("wrong_input_shape", None)


def test_only_the_students_own_frames_are_shown(judge: Judge) -> None:
    result = judge(
        FLATTEN,
        "def helper(x):\n    return x.reshape(7, 7)\ndef scale_and_flatten(i):\n    return helper(i)\n",
    )
    frames = next(check.frames for check in result.checks if check.frames)
    assert [(frame.file, frame.line, frame.function) for frame in frames] == [
        ("e04_scale_and_flatten.py", 4, "scale_and_flatten"),
        ("e04_scale_and_flatten.py", 2, "helper"),
    ]


def test_a_file_called_numpy_is_not_numpy(judge: Judge, tmp_path: Path) -> None:
    (tmp_path / "ch07_1").mkdir()
    (tmp_path / "ch07_1" / "numpy.py").write_text("raise RuntimeError('not NumPy')\n")
    (tmp_path / "ch07_1" / "conftest.py").write_text("raise RuntimeError('not ours')\n")
    exercise = find(FLATTEN)
    del judge
    file = tmp_path / f"{FLATTEN}.py"
    file.write_text("import numpy as np\n" + RIGHT)
    resources = Resources(Settings(profile=Profile.SMALL, download=False))
    try:
        report = grade(Submission("someone", {FLATTEN: file}), resources, only=[exercise])
    finally:
        resources.close()
    assert report.exercises[0].status is Status.PASSED


def test_a_broken_exercise_does_not_touch_the_next(impatient: Resources, tmp_path: Path) -> None:
    files = {}
    for identifier, source in (
        (FLATTEN, "import os\nos._exit(1)\n"),
        (MODEL, find(MODEL).reference.read_text()),
    ):
        files[identifier] = tmp_path / f"{identifier}.py"
        files[identifier].parent.mkdir(parents=True)
        files[identifier].write_text(source, encoding="utf-8")
    report = grade(Submission("someone", files), impatient, only=[find(FLATTEN), find(MODEL)])
    assert [exercise.status for exercise in report.exercises] == [Status.FAILED, Status.PASSED]


def test_a_half_written_file_is_judged_and_the_stub_named(impatient: Resources, tmp_path: Path) -> None:
    exercise = find("ch07_1/e02_class_counts")
    file = tmp_path / f"{exercise.id}.py"
    file.parent.mkdir(parents=True)
    file.write_text(
        "import numpy as np\ndef class_counts(target):\n    return np.unique(target, return_counts=True)\n"
        "def first_labels(target, n=10):\n    raise NotImplementedError\n"
    )
    (result,) = grade(Submission("someone", {exercise.id: file}), impatient, only=[exercise]).exercises
    assert result.status is Status.FAILED
    assert {check.hint for check in result.checks if check.status is CheckStatus.FAILED} == {"stub_left"}
    assert any(check.status is CheckStatus.PASSED for check in result.checks)


def test_one_line_that_raises_in_every_check_is_said_once(judge: Judge) -> None:
    result = judge(
        FLATTEN,
        "def scale_and_flatten(images):\n    return images.reshape(len(images), 785 + images.size)\n",
    )
    assert [check.status for check in result.checks].count(CheckStatus.FAILED) == 1


def test_what_works_with_a_warning_passes_with_advice(judge: Judge) -> None:
    result = judge(
        MODEL,
        "from tensorflow import keras\ndef build_model():\n    model = keras.Sequential()\n"
        "    model.add(keras.layers.Flatten(input_shape=(28, 28)))\n"
        "    model.add(keras.layers.Dense(100, activation='relu'))\n"
        "    model.add(keras.layers.Dense(10, activation='softmax'))\n    return model\n",
    )
    assert result.status is Status.PASSED
    assert "keras.Input" in result.notes[0].en
