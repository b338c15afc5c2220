"""Hints for what the libraries accept with a warning or in silence: the checks find it, no exception does."""

from __future__ import annotations

from collections.abc import Iterable

from grader.checking.hint import Hint, hint
from grader.evidence.keras_edition import is_legacy

LEGACY_H5 = hint(
    "legacy_h5",
    "The model is saved in the old `.h5` format, which loses the optimizer settings. Use a name ending in"
    " `.keras`: `model.save('model-whole.keras')`.",
    "모델을 옛 `.h5` 형식으로 저장했습니다. 이 형식에서는 옵티마이저 설정이 사라집니다. `.keras`로 끝나는"
    " 이름을 쓰세요: `model.save('model-whole.keras')`.",
)

INPUT_SHAPE_ARGUMENT = hint(
    "input_shape_argument",
    "`input_shape=` inside a layer still works, but Keras 3 warns about it. Put the input first:"
    " `keras.Sequential([keras.Input(shape=(28, 28)), keras.layers.Flatten(), ...])`.",
    "층 안의 `input_shape=`는 아직 동작하지만 케라스 3에서는 경고가 나옵니다. 입력을 맨 앞에 쓰세요:"
    " `keras.Sequential([keras.Input(shape=(28, 28)), keras.layers.Flatten(), ...])`.",
)

ADD_TAKES_ONE_LAYER = hint(
    "add_takes_one_layer",
    "`model.add` takes one layer at a time; a second one in the same call is dropped or refused. Call it"
    " once for each layer: `model.add(hidden)`, then `model.add(output)`.",
    "`model.add`는 한 번에 층 하나만 받습니다. 같은 호출에 넣은 두 번째 층은 무시되거나 오류가 납니다."
    " 층마다 한 번씩 호출하세요: `model.add(hidden)` 다음에 `model.add(output)`.",
)

# What a library's warning says, and the hint for it: no mistake, but advice that a right answer gets too.
_WARNINGS = {"Do not pass an `input_shape`": INPUT_SHAPE_ARGUMENT, "as an HDF5 file": LEGACY_H5}


def advice(warnings: Iterable[str]) -> tuple[Hint, ...]:
    """Return the hints for what libraries warned about, each once; most warnings have none.

    The older Keras warns too, but what the hints say is of Keras 3.
    """
    if is_legacy():
        return ()
    texts = list(warnings)
    return tuple(hint for said, hint in _WARNINGS.items() if any(said in text for text in texts))
