"""Building Keras models out of layers."""

from __future__ import annotations

from grader.checking.exceptions.rules import Rule, rule
from grader.checking.hint import hint

_NOT_A_LAYER = (
    r"(?:Only instances of `?keras\.Layer`? can be added.{0,40}Received: "
    r"|added layer must be an instance of class Layer\. Received: layer=)"  # the older Keras
)

RULES: tuple[Rule, ...] = (
    rule(
        hint(
            "layer_class_not_called",
            "A layer class was put into the model instead of a layer: the parentheses are missing. Write"
            " `keras.layers.Flatten()` and `keras.layers.Dense(10)`.",
            "층 객체가 아니라 층 클래스를 모델에 넣었습니다. 괄호가 빠졌습니다. `keras.layers.Flatten()`,"
            " `keras.layers.Dense(10)`처럼 쓰세요.",
        ),
        "ValueError TypeError",
        _NOT_A_LAYER + r"<class '",
    ),
    rule(
        hint(
            "layers_nested_in_list",
            "A list of layers stands where one layer belongs. `model.add` takes a single layer, without"
            " square brackets; `Sequential` takes one list, not a list in a list.",
            "층 하나가 들어갈 자리에 층의 리스트가 있습니다. `model.add`에는 대괄호 없이 층 하나만 넣고,"
            " `Sequential`에는 리스트 안의 리스트가 아니라 리스트 하나만 넣으세요.",
        ),
        "ValueError TypeError",
        _NOT_A_LAYER + r"[\[(]",
    ),
    rule(
        hint(
            "none_among_layers",
            "`None` was added to the model as if it were a layer. An optional layer is added only when it is"
            " given: `if a_layer is not None: model.add(a_layer)`.",
            "`None`을 층처럼 모델에 추가했습니다. 선택 사항인 층은 있을 때만 추가하세요:"
            " `if a_layer is not None: model.add(a_layer)`.",
        ),
        "ValueError TypeError",
        _NOT_A_LAYER + r"None",
    ),
    rule(
        hint(
            "not_a_layer",
            "Something that is no layer was put into the model. An activation function is an argument of a"
            " layer, `Dense(10, activation='softmax')`, or a layer of its own,"
            " `keras.layers.Activation('softmax')`.",
            "층이 아닌 것을 모델에 넣었습니다. 활성화 함수는 `Dense(10, activation='softmax')`처럼 층의"
            " 인수로 주거나 `keras.layers.Activation('softmax')` 층으로 넣으세요.",
        ),
        "ValueError TypeError",
        _NOT_A_LAYER,
    ),
    rule(
        hint(
            "layer_names_repeat",
            "Two layers of the model have the same name, `{name}`. Give each its own: `name='hidden'`,"
            " `name='output'`; and do not add the same layer object twice.",
            "모델에 이름이 `{name}`(으)로 같은 층이 둘 있습니다. `name='hidden'`, `name='output'`처럼 서로"
            " 다른 이름을 주고, 같은 층 객체를 두 번 추가하지 마세요.",
        ),
        "ValueError",
        r"Name ['\"](?P<name>[^'\"\n]{1,80})['\"] is already the name",
    ),
    rule(
        hint(
            "layer_name_invalid",
            "A name must be a text without `/`: `name='fashion_mnist_model'`.",
            "이름은 `/`가 없는 문자열이어야 합니다: `name='fashion_mnist_model'`.",
        ),
        "ValueError",
        r"Argument `name` must be|is not a valid (?:root )?scope name",
    ),
    rule(
        hint(
            "flatten_takes_no_shape",
            "`Flatten` takes no shape as its first argument. Say the input's shape in front of it:"
            " `keras.Input(shape=(28, 28))`, then `keras.layers.Flatten()`.",
            "`Flatten`의 첫 번째 인수는 크기가 아닙니다. 입력 크기는 그 앞에서 지정하세요:"
            " `keras.Input(shape=(28, 28))` 다음에 `keras.layers.Flatten()`.",
        ),
        "ValueError TypeError AttributeError",
        r"`?data_format`? argument must be|'(?:tuple|int)' object has no attribute 'lower'",
    ),
    rule(
        hint(
            "input_shape_not_tuple",
            "The shape of an input is a tuple: `keras.Input(shape=(784,))` with a comma, or"
            " `keras.Input(shape=(28, 28))`. `(784)` without the comma is just the number.",
            "입력 크기는 튜플이어야 합니다. 쉼표를 넣어 `keras.Input(shape=(784,))`, 또는"
            " `keras.Input(shape=(28, 28))`이라고 쓰세요. 쉼표가 없는 `(784)`는 그냥 숫자입니다.",
        ),
        "ValueError TypeError",
        r"Cannot convert '.{1,60}' to a shape|as_shape|'shape' must be a tuple",
    ),
    rule(
        hint(
            "units_invalid",
            "The number of units of `Dense` must be a whole number from 1: `Dense(10)`, not `Dense('10')` or"
            " `Dense((10,))`.",
            "`Dense`의 유닛 수는 1 이상의 정수여야 합니다. `Dense('10')`이나 `Dense((10,))`이 아니라"
            " `Dense(10)`이라고 쓰세요.",
        ),
        "ValueError TypeError",
        r"value for `units`|Invalid dtype: tuple",
    ),
    rule(
        hint(
            "dropout_rate_invalid",
            "The rate of `Dropout` is the share that is switched off, between 0 and 1. For 30 % write"
            " `Dropout(0.3)`.",
            "`Dropout`의 비율은 끄는 유닛의 비율이며 0과 1 사이입니다. 30%라면 `Dropout(0.3)`이라고 쓰세요.",
        ),
        "ValueError",
        r"argument `?rate`?\.",
    ),
    rule(
        hint(
            "activation_unknown",
            "Keras does not know this activation. The chapter uses `'sigmoid'`, `'relu'` and `'softmax'`, in"
            " small letters: `Dense(10, activation='softmax')`. In `Dense(…)` only the first argument is a"
            " number; a second layer is a second `Dense`.",
            "케라스가 모르는 활성화 함수입니다. 이 장에서는 소문자로 `'sigmoid'`, `'relu'`, `'softmax'`를"
            " 씁니다: `Dense(10, activation='softmax')`. `Dense(…)`에서 숫자는 첫 번째 인수뿐이고, 층을"
            " 더하려면 `Dense`를 하나 더 쓰세요.",
        ),
        "ValueError TypeError",
        r"\ACould not interpret activation|\AUnknown activation",
    ),
    rule(
        hint(
            "model_empty",
            "The model has no layers. Put them into the list of `keras.Sequential([...])`, or add each with"
            " `model.add(…)` before this line.",
            "모델에 층이 없습니다. `keras.Sequential([...])`의 리스트에 층을 넣거나, 이 줄보다 앞에서"
            " `model.add(…)`로 하나씩 추가하세요.",
        ),
        "ValueError",
        r"because it has no layers|has no layers",
    ),
    rule(
        hint(
            "symbolic_tensor",
            "While a model is being put together there are no numbers in it yet, so NumPy and TensorFlow"
            " functions cannot be used on its outputs. Use layers, such as `keras.layers.Softmax()(x)`, or"
            " call `model.predict(x)` on data.",
            "모델을 만드는 중에는 아직 실제 숫자가 없으므로 그 출력에 넘파이나 텐서플로 함수를 쓸 수"
            " 없습니다. `keras.layers.Softmax()(x)`처럼 층을 쓰거나, 데이터로 `model.predict(x)`를"
            " 호출하세요.",
        ),
        "",
        r"KerasTensor is symbolic|KerasTensor cannot be used",
    ),
)
