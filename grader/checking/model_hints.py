"""Hints about the layers of a model."""

from __future__ import annotations

from grader.checking.hint import hint
from grader.language import Text

LAYERS = Text(en="Section 7-1, Dense layers; 7-2, adding layers", ko="7-1절 밀집층, 7-2절 층을 추가하는 방법")

NOT_BUILT = hint(
    "input_shape_missing",
    "The model does not know the shape of its input yet, so it has no weights. Begin with "
    "`keras.Input(shape={expected})`.",
    "모델이 아직 입력의 크기를 몰라서 가중치가 없습니다. `keras.Input(shape={expected})`을 맨 앞에 넣으세요.",
    read=LAYERS,
)
BRANCHING = hint(
    "layers_not_in_a_chain",
    "The layers should follow one another in a single chain.",
    "층이 한 줄로 이어져야 합니다.",
    read=LAYERS,
)
WRONG_INPUT_SHAPE = hint(
    "wrong_input_shape",
    "The model should take samples of shape {expected}, but it takes {actual}. The batch axis is not part of "
    "`shape=`, and one image is (28, 28), or 784 values once it is flattened.",
    "모델은 {expected} 크기의 샘플을 받아야 하는데 {actual}을(를) 받습니다. "
    "`shape=`에는 배치 차원을 넣지 않습니다. 이미지 하나는 (28, 28)이고 펼치면 784개입니다.",
    read=LAYERS,
)
MISSING_FLATTEN = hint(
    "missing_flatten",
    "There is no Flatten layer: a Dense layer works on the last axis only, so 28 rows would stay 28 rows. "
    "Put `keras.layers.Flatten()` before the first Dense.",
    "Flatten 층이 없습니다. Dense 층은 마지막 축에만 적용되므로 28개의 행이 그대로 남습니다. "
    "첫 번째 Dense 앞에 `keras.layers.Flatten()`을 넣으세요.",
    read=LAYERS,
)
EXTRA_FLATTEN = hint(
    "extra_flatten",
    "This model takes images that are flat already (784 values): no Flatten layer is needed.",
    "이 모델은 이미 펼쳐진 784개의 값을 받으므로 Flatten 층이 필요 없습니다.",
    read=LAYERS,
)
MISSING_LAYER = hint(
    "missing_layer",
    "A Dense layer is missing: expected {expected}, got {actual}. "
    "Remember that `Sequential` takes one list of layers, and that `add` takes one layer at a time.",
    "Dense 층이 모자랍니다. {expected}이어야 하는데 {actual}입니다. "
    "`Sequential`에는 층을 리스트 하나로 넘기고, `add`에는 한 번에 층 하나만 넘깁니다.",
    read=LAYERS,
)
EXTRA_LAYER = hint(
    "extra_layer",
    "There is a layer that the task does not ask for ({layer}): expected {expected}, got {actual}.",
    "과제에 없는 층({layer})이 있습니다. {expected}이어야 하는데 {actual}입니다.",
    read=LAYERS,
)
WRONG_UNITS = hint(
    "wrong_units",
    "Dense layer {number} should have {expected} units, but it has {actual}. The output layer needs one unit "
    "per class; the hidden layer's number stands in the task.",
    "{number}번째 Dense 층의 뉴런은 {expected}개여야 하는데 {actual}개입니다. 출력층은 클래스마다 하나씩, "
    "은닉층은 과제에 적힌 수만큼 필요합니다.",
    read=LAYERS,
)
WRONG_ACTIVATION = hint(
    "wrong_activation",
    "After Dense layer {number} the activation should be {expected}, but it is {actual}.",
    "{number}번째 Dense 층 다음의 활성화 함수는 {expected}이어야 하는데 {actual}입니다.",
    read=LAYERS,
)
MISSING_ACTIVATION = hint(
    "missing_activation",
    "Dense layer {number} has no activation function: without one it is only a linear step. "
    "Write `activation='{expected}'`.",
    "{number}번째 Dense 층에 활성화 함수가 없습니다. 그러면 선형 계산만 합니다. "
    "`activation='{expected}'`을 넣으세요.",
    read=LAYERS,
)
SOFTMAX_TWICE = hint(
    "softmax_twice",
    "Softmax is applied twice: the output is a softmax of probabilities, which flattens them. Keep one.",
    "소프트맥스가 두 번 적용되었습니다. 확률에 다시 소프트맥스를 적용하면 값이 뭉개집니다. 하나만 남기세요.",
    read=LAYERS,
)
MISSING_DROPOUT = hint(
    "missing_dropout",
    "There is no Dropout layer. The task asks for {expected}.",
    "Dropout 층이 없습니다. {expected}이어야 합니다.",
    read=Text(en="Section 7-3, Dropout", ko="7-3절 드롭아웃"),
)
WRONG_DROPOUT_RATE = hint(
    "wrong_dropout_rate",
    "The dropout rate should be {expected}, but it is {actual}. "
    "The rate is the share of units that is switched off: 0.3 switches off 30 %.",
    "드롭아웃 비율은 {expected}이어야 하는데 {actual}입니다. 비율은 끄는 뉴런의 비율입니다. "
    "0.3이면 30%를 끕니다.",
    read=Text(en="Section 7-3, Dropout", ko="7-3절 드롭아웃"),
)
WRONG_ORDER = hint(
    "wrong_layer_order",
    "The right layers, in the wrong order: expected {expected}, got {actual}.",
    "층의 종류는 맞지만 순서가 다릅니다. {expected}이어야 하는데 {actual}입니다.",
    read=LAYERS,
)
DROPOUT_ALWAYS_ON = hint(
    "dropout_always_on",
    "The Dropout layer was called with `training=True`: it would switch units off in predictions too. "
    "Leave that argument out.",
    "Dropout 층을 `training=True`로 호출했습니다. 그러면 예측할 때도 뉴런이 꺼집니다. 이 인수를 지우세요.",
    read=Text(en="Section 7-3, Dropout", ko="7-3절 드롭아웃"),
)
NO_BIAS = hint(
    "no_bias",
    "Dense layer {number} has no bias (`use_bias=False`): each unit should have one more parameter.",
    "{number}번째 Dense 층에 절편이 없습니다(`use_bias=False`). 뉴런마다 매개변수가 하나씩 더 있어야 합니다.",
    read=LAYERS,
)
UNUSUAL_SETTING = hint(
    "unusual_layer_setting",
    "A layer has a setting that the task does not ask for: {actual}. Leave it at Keras's default.",
    "과제에 없는 설정이 층에 들어 있습니다: {actual}. 기본값 그대로 두세요.",
    read=LAYERS,
)
UNKNOWN_LAYER = hint(
    "unknown_layer",
    "The model contains {layer}, which this exercise does not use; it cannot be judged. "
    "Use the layers of the chapter: Flatten, Dense, Dropout, and activations.",
    "모델에 이 실습에서 쓰지 않는 {layer}이(가) 있어서 채점할 수 없습니다. "
    "이 장에서 배운 Flatten, Dense, Dropout과 활성화 함수를 사용하세요.",
    read=LAYERS,
)
INPUT_DOES_NOT_FIT = hint(
    "input_does_not_fit",
    "{layer} cannot take values of shape {actual}. The input shape of the model is not the one of the data.",
    "{layer} 층이 {actual} 크기의 값을 받을 수 없습니다. 모델의 입력 크기가 데이터와 다릅니다.",
    read=LAYERS,
)
UNCLEAR_MODEL = hint(
    "model_not_what_its_layers_say",
    "The model does not compute what its layers say, in their order. "
    "Write it as a `Sequential` model or with the functional API.",
    "모델의 계산 결과가 층의 순서와 맞지 않습니다. `Sequential`이나 함수형 API로 작성하세요.",
    read=LAYERS,
)
