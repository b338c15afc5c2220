"""Feeding a Keras model: shapes of inputs and targets, the arguments of `fit`."""

from __future__ import annotations

from grader.checking.exceptions.rules import Case, Rule, Values, rule
from grader.checking.hint import hint

# Keras says the two shapes in one of these ways, depending on its version and on the layer that notices.
_GOT = (
    r"(?:, but input has incompatible shape |, found shape=|,? but received input with shape [\[(]{0,2}"
    r"|\. Full shape received: [\[(]{0,2})"
)
_WANTS = r"[Ee]xpected shape[ =]\(None, "

_MISSING_BATCH_AXIS = hint(
    "missing_batch_axis",
    "A model takes a batch of samples, and got a single one without its first axis. One flat image is (1,"
    " 784), not (784,): write `x[i:i + 1]` or `x[i].reshape(1, -1)`; one image for a Flatten model is (1,"
    " 28, 28).",
    "모델은 샘플 묶음(배치)을 입력으로 받는데 첫 번째 축이 없는 샘플 하나가 들어왔습니다. 펼친 이미지 한"
    " 장은 (784,)가 아니라 (1, 784)입니다. `x[i:i + 1]`이나 `x[i].reshape(1, -1)`을 쓰세요. Flatten"
    " 모델이라면 한 장은 (1, 28, 28)입니다.",
)
_IMAGES_INTO_FLAT_MODEL = hint(
    "images_into_flat_model",
    "The model expects flat rows of {wants} numbers, and got two-dimensional images. Either flatten the"
    " images, `x.reshape(-1, 28 * 28)`, or begin the model with `keras.Input(shape=(28, 28))` and"
    " `keras.layers.Flatten()`.",
    "모델은 숫자 {wants}개로 펼친 행을 기대하는데 2차원 이미지가 들어왔습니다. `x.reshape(-1, 28 * 28)`로"
    " 이미지를 펼치거나, 모델을 `keras.Input(shape=(28, 28))`과 `keras.layers.Flatten()`으로 시작하세요.",
)
_ROWS_INTO_IMAGE_MODEL = hint(
    "rows_into_image_model",
    "The model expects images of ({wants}) and flattens them itself, but got flat rows. Pass the images"
    " as they are, without `reshape(-1, 28 * 28)`.",
    "모델은 ({wants}) 크기의 이미지를 받아 스스로 펼치는데, 이미 펼친 행이 들어왔습니다."
    " `reshape(-1, 28 * 28)` 없이 이미지를 그대로 넘기세요.",
)
_INPUT_SIZE = hint(
    "input_size_mismatch",
    "The data do not have the size that the model was built for: it expects {wants}, and got ({got})."
    " Print `x.shape` and compare it with `keras.Input(shape=…)`; the first axis, the number of samples, is"
    " not part of that shape.",
    "데이터의 크기가 모델이 기대하는 크기와 다릅니다. 모델은 {wants}을(를) 기대하는데 ({got})이(가)"
    " 들어왔습니다. `x.shape`를 출력해 `keras.Input(shape=…)`과 비교하세요. 첫 번째 축인 샘플 수는 이 크기에"
    " 넣지 않습니다.",
)
_ONE_HOT = hint(
    "sparse_loss_with_one_hot",
    "The labels are one-hot rows of (n, 10), but `sparse_categorical_crossentropy` wants class numbers,"
    " (n,). Pass the labels as loaded, without `to_categorical` or `np.eye`, or use"
    " `loss='categorical_crossentropy'`.",
    "타깃이 (n, 10) 크기의 원-핫 인코딩인데 `sparse_categorical_crossentropy`는 클래스 번호 (n,)을 받습니다."
    " `to_categorical`이나 `np.eye` 없이 읽어 온 레이블을 그대로 쓰거나 `loss='categorical_crossentropy'`를"
    " 쓰세요.",
)
_NEEDS_ONE_HOT = hint(
    "loss_needs_one_hot",
    "The labels are class numbers, (n,), but this loss wants one column per class, (n, 10). Write"
    " `loss='sparse_categorical_crossentropy'`, which takes class numbers.",
    "타깃은 클래스 번호 (n,)인데 이 손실은 클래스마다 한 열인 (n, 10)을 받습니다."
    " 클래스 번호를 그대로 받는 `loss='sparse_categorical_crossentropy'`를 쓰세요.",
)
_NOT_FLATTENED = hint(
    "output_not_flattened",
    "The output has one row of results for each row of an image instead of one for each image, because the"
    " images are never flattened. Put `keras.layers.Flatten()` before the first `Dense`.",
    "이미지를 펼치지 않아서, 이미지마다 하나가 아니라 이미지의 행마다 결과가 하나씩 나옵니다."
    " 첫 번째 `Dense` 앞에 `keras.layers.Flatten()`을 넣으세요.",
)
_TARGETS_MISSING = hint(
    "targets_missing",
    "`fit` and `evaluate` need the inputs and the labels as two arguments: `model.fit(train_scaled,"
    " train_target)`; validation data are a pair, `validation_data=(val_scaled, val_target)`. Here one is"
    " missing or `None`.",
    "`fit`과 `evaluate`에는 입력과 타깃을 인수 두 개로 넘겨야 합니다: `model.fit(train_scaled,"
    " train_target)`. 검증 데이터는 `validation_data=(val_scaled, val_target)`처럼 쌍으로 줍니다. 여기서는"
    " 하나가 빠졌거나 `None`입니다.",
)


_FIRST_DIMENSIONS = (
    r"logits and labels must have the same first dimension.{0,20}"
    r"logits shape \[(?P<logits>\d{1,12}),\d{1,9}\] and labels shape \[(?P<labels>\d{1,12})\]"
)


def _more_labels(_case: Case, found: Values) -> Values | None:
    """Fit only if there are more labels than rows of output: ten numbers for each image."""
    return found if int(found["labels"]) > int(found["logits"]) else None


def _same_image(_case: Case, found: Values) -> Values | None:
    """Fit only if the last axis of what came is the last axis of what was expected."""
    return found if found["last"] == found["width"] else None


RULES: tuple[Rule, ...] = (
    rule(_MISSING_BATCH_AXIS, "ValueError", _WANTS + r".{1,60}\)" + _GOT + r"\(?(?:None|\d{1,9}),?\)"),
    rule(_MISSING_BATCH_AXIS, "ValueError", r"expected min_ndim=2, found ndim=1"),
    rule(_MISSING_BATCH_AXIS, "ValueError", r"value \d{1,9},?" + _GOT + r"\(?(?:None|\d{1,9}),?[\])]"),
    rule(
        _MISSING_BATCH_AXIS,
        "ValueError",
        _WANTS + r"\d{1,9}, (?P<last>\d{1,9})\)" + _GOT + r"\(?(?:None|\d{1,9}), (?P<width>\d{1,9})\)",
        derive=_same_image,
    ),
    rule(
        _IMAGES_INTO_FLAT_MODEL,
        "ValueError",
        _WANTS + r"(?P<wants>\d{1,9}),?\)" + _GOT + r"\(?(?:None|\d{1,9}), \d{1,9}, \d{1,9}(?:, \d{1,9})?\)",
    ),
    rule(
        _IMAGES_INTO_FLAT_MODEL,
        "ValueError",
        r"to have value (?P<wants>\d{1,9}),?" + _GOT + r"\(?(?:None|\d{1,9}), \d{1,9}, \d{1,9}",
    ),
    rule(
        _ROWS_INTO_IMAGE_MODEL,
        "ValueError",
        _WANTS + r"(?P<wants>\d{1,9}, \d{1,9})\)" + _GOT + r"\(?(?:None|\d{1,9}), \d{1,9}\)",
    ),
    rule(
        _INPUT_SIZE,
        "ValueError",
        _WANTS + r"(?P<wants>[^)\n]{1,60})\)" + _GOT + r"\(?(?P<got>[^)\]\n]{1,60})",
    ),
    rule(
        _INPUT_SIZE,
        "ValueError",
        r"to have value (?P<wants>\d{1,9}),?" + _GOT + r"\(?(?P<got>[^)\]\n]{1,60})",
    ),
    rule(_MISSING_BATCH_AXIS, "ValueError", r"Invalid input shape for input \[(?!\[)"),
    # What Keras says of samples with another number of axes than those that the model has seen before.
    rule(
        hint(
            "number_of_axes_differs",
            "The model was given data with another number of axes than before. It takes a batch of samples,"
            " always of the same kind: (n, 784), or (n, 28, 28) with Flatten. For one sample keep the first"
            " axis: `x[i:i + 1]`, not `x[i]`.",
            "모델에 앞에서와 다른 차원 수의 데이터가 들어왔습니다. 모델은 언제나 같은 종류의 샘플 "
            "묶음(배치)을 받습니다: (n, 784), Flatten이 있으면 (n, 28, 28). 샘플이 하나여도 첫 번째 축을 "
            "남겨 두세요. `x[i]`가 아니라 `x[i:i + 1]`입니다.",
        ),
        "ValueError",
        r"length of shape with unknown rank",
    ),
    rule(
        hint(
            "input_shape_rejected",
            "The data do not have the shape that the model was built for. Print `x.shape` and compare it with"
            " `keras.Input(shape=…)`: a model for (784,) takes (n, 784), one for (28, 28) takes (n, 28, 28).",
            "데이터의 크기가 모델이 기대하는 크기와 다릅니다. `x.shape`를 출력해 `keras.Input(shape=…)`과"
            " 비교하세요. (784,) 모델은 (n, 784)를, (28, 28) 모델은 (n, 28, 28)을 받습니다.",
        ),
        "ValueError",
        r"Invalid input shape for input|incompatible with the layer: expected",
    ),
    rule(
        _ONE_HOT,
        "ValueError",
        r"`target\.ndim - 1`.{1,40}target\.shape=\([\w ]{1,12}, \d{1,9}\)"
        r", output\.shape=\([\w ]{1,12}, \d{1,9}\)",
    ),
    rule(
        _NOT_FLATTENED, "ValueError", r"`target\.ndim - 1`.{1,60}output\.shape=\(\w{1,12}, \d{1,9}, \d{1,9}"
    ),
    rule(
        _NEEDS_ONE_HOT,
        "ValueError",
        r"same rank \(ndim\).{1,20}target\.shape=\([\w ]{1,12},(?: 1)?\)"
        r", output\.shape=\(\w{1,12}, \d{1,9}\)",
    ),
    rule(
        _NEEDS_ONE_HOT,
        "ValueError",
        r"Shapes \((?:None|\d{1,9}), 1\) and \((?:None|\d{1,9}), \d{1,9}\) are incompat",
    ),
    rule(
        _ONE_HOT,
        "",
        _FIRST_DIMENSIONS,
        derive=_more_labels,
    ),
    rule(
        _NOT_FLATTENED,
        "",
        _FIRST_DIMENSIONS,
    ),
    rule(
        hint(
            "targets_do_not_fit_output",
            "The model's output and the labels do not have matching shapes. For class numbers, (n,), the"
            " last layer is `Dense(10, activation='softmax')`, a `Flatten` comes first, and the loss is"
            " `'sparse_categorical_crossentropy'`.",
            "모델의 출력과 타깃의 크기가 맞지 않습니다. 타깃이 클래스 번호 (n,)이라면 모델은 `Flatten`으로"
            " 시작해 `Dense(10, activation='softmax')`로 끝나고, 손실은"
            " `'sparse_categorical_crossentropy'`여야 합니다.",
        ),
        "ValueError",
        r"must have (?:the same )?rank|must have the same shape|are incompatible|Dimensions must be equal"
        r"|target\.shape=",
    ),
    rule(
        hint(
            "label_out_of_range",
            "A label is as large as the number of outputs, or larger. Ten classes are numbered 0 to 9, so"
            " the last layer needs 10 units, `Dense(10, activation='softmax')`; and the labels must not be"
            " shifted or scaled.",
            "레이블 값이 출력 유닛 수 이상입니다. 클래스 10개의 번호는 0부터 9까지이므로 마지막 층은 유닛이"
            " 10개여야 합니다: `Dense(10, activation='softmax')`. 레이블에 값을 더하거나 나누지 않았는지도"
            " 확인하세요.",
        ),
        "",
        r"Received a label value of|outside the valid range of \[0"
        r"|Graph execution error[\s\S]{0,200}SparseSoftmaxCrossEntropyWithLogits",
    ),
    rule(
        hint(
            "data_not_array",
            "Keras wants NumPy arrays for x and y, and got a list or something else. Convert it: `x ="
            " np.array(x)`, `y = np.array(y)`.",
            "케라스의 x와 y는 넘파이 배열이어야 하는데 리스트 등 다른 것이 들어왔습니다. `x = np.array(x)`,"
            " `y = np.array(y)`로 바꾸세요.",
        ),
        "ValueError TypeError",
        r"Unrecognized data type|Failed to find data adapter|Failed to convert a NumPy array"
        r"|Invalid dtype: (?!tuple)\w"
        r"|Attempt to convert a value .{0,200} with an unsupported type",
    ),
    rule(
        _TARGETS_MISSING,
        "ValueError",
        r"None values not supported|is not optional, but None was passed|Target data is missing",
    ),
    rule(
        _TARGETS_MISSING,
        "KeyError AttributeError",
        r"pop from an empty set|'NoneType' object has no attribute 'shape'",
        r"\.(?:fit|evaluate)\(",
    ),
    rule(
        hint(
            "setting_not_a_number",
            "A setting that must be a whole number was given as something else, often a number in quotes:"
            " write `epochs=5`, not `epochs='5'`.",
            "정수여야 하는 설정에 다른 값이 들어 있습니다. 숫자에 따옴표를 붙인 경우가 많습니다."
            " `epochs='5'`가 아니라 `epochs=5`라고 쓰세요.",
        ),
        "TypeError",
        r"'\w{1,40}' object cannot be interpreted as an integer",
    ),
    rule(
        hint(
            "training_ran_out_of_memory",
            "The step needs more memory than there is. Do not keep copies of the data, convert with"
            " `astype('float32')`, and leave `batch_size` at 32.",
            "이 단계에 필요한 메모리가 부족합니다. 데이터의 복사본을 여러 개 두지 말고 `astype('float32')`로"
            " 바꾸고, `batch_size`는 32로 두세요.",
        ),
        "ResourceExhaustedError",
    ),
    rule(
        hint(
            "training_too_large",
            "This training goes {epochs} times over {rows} rows with {parameters} numbers to learn: far more"
            " than the exercise needs, so the grader did not begin it. Compare the epochs, the units of each"
            " layer and what you pass to `fit` with the task.",
            "이 훈련은 {rows}개 행을 {epochs}번 되풀이하며 파라미터 {parameters}개를 학습합니다. 문제에"
            " 필요한 것보다 훨씬 커서 채점기가 시작하지 않았습니다. 에포크 수, 층의 유닛 수, `fit`에 넘긴"
            " 데이터를 문제와 비교해 보세요.",
        ),
        "TrainingTooLargeError",
        r"(?P<epochs>\d{1,20}) epochs x (?P<rows>\d{1,20}) rows x (?P<parameters>\d{1,20}) parameters",
    ),
)
