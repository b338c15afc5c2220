"""Models that are saved and restored: the network of section 7-3, its file, its weights bit for bit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from grader.checking.finding import Finding
from grader.checking.given_models import dense
from grader.checking.hint import hint
from grader.checking.subject import Subject
from grader.evidence.vocabulary import Array, Compilation, Layer, Model
from grader.language import Text

READ = Text(en="Section 7-3, saving and restoring a model", ko="7-3절 모델 저장과 복원")

NO_FILE = hint(
    "no_file_at_path",
    "After `{function}` there is no file at `path`. Save to the `path` that the function is given, "
    "unchanged: a name written into the code is another file.",
    "`{function}` 함수를 불렀는데 `path`에 파일이 없습니다. 함수가 받은 `path`를 그대로 쓰세요. 코드에 직접 "
    "쓴 이름은 다른 파일입니다.",
    read=READ,
)
WEIGHTS_NOT_RESTORED = hint(
    "weights_not_restored",
    "The model that `{function}` returned does not have the weights that were saved. Read them from the "
    "file into the very model that you return.",
    "`{function}` 함수가 돌려준 모델의 가중치가 저장한 가중치와 다릅니다. 돌려주는 바로 그 모델에 파일의 "
    "가중치를 읽어 넣으세요.",
    read=READ,
)
ONLY_IN_THIS_PROCESS = hint(
    "not_restored_from_the_file",
    "In another run of Python `{function}` does not give the model that was saved. All that it needs must "
    "be in the file: variables of the program are gone there.",
    "파이썬을 다시 실행한 뒤에는 `{function}` 함수가 저장한 모델을 돌려주지 않습니다. 프로그램의 변수는 "
    "사라지므로 필요한 것은 모두 파일에 있어야 합니다.",
    read=READ,
)


def given_network(
    seed: int,
    *,
    hidden: int = 100,
    outputs: int = 10,
    dropout: bool = True,
    compilation: Compilation | None = None,
) -> Model:
    """Return Flatten, Dense ReLU, Dropout 0.3 where asked for, Dense softmax, with drawn weights."""
    random = np.random.default_rng(seed)
    layers = (
        Layer(kind="Flatten", name=""),
        dense(random, 784, hidden, "relu"),
        *((Layer(kind="Dropout", name="", config={"rate": 0.3}),) if dropout else ()),
        dense(random, hidden, outputs, "softmax"),
    )
    return Model(
        name=f"given_{seed}",
        spelling="sequential",
        built=True,
        linear=True,
        layers=layers,
        input_shape=(None, 28, 28),
        output_shape=(None, outputs),
        compilation=compilation,
    )


def same_weights(actual: Model, expected: Model, otherwise: Finding) -> None:
    """Raise `otherwise` unless the two models have the same weights in the same order, bit for bit."""
    if [_plain(weight) for weight in weights(actual.layers)] != [
        _plain(weight) for weight in weights(expected.layers)
    ]:
        raise otherwise


def weights(layers: tuple[Layer, ...]) -> Iterator[Array]:
    """Yield the weights of layers and of the models nested in them."""
    for layer in layers:
        yield from layer.weights
        yield from weights(layer.layers)


def file_bytes(student: Subject, path: str, otherwise: Finding) -> int:
    """Return the size of the regular file at `path`; raise `otherwise` where there is none."""
    found = student.files().get(Path(path).name, "no file")
    if isinstance(found, str):
        otherwise.expected, otherwise.actual = "a file at path", found
        raise otherwise
    return found


def _plain(weight: Array) -> tuple[object, ...]:
    return weight.dtype, weight.shape, weight.data
