"""What stands after a dot and is not there: members of models, arrays, plots and modules."""

from __future__ import annotations

from grader.checking.exceptions.known import nearest_member
from grader.checking.exceptions.rules import Case, Rule, Values, rule
from grader.checking.hint import hint

_ATTRIBUTE = (
    # `Flatten((28, 28))` of the older Keras is told of among the models.
    r"(?!'(?:tuple|int)' object has no attribute 'lower')"
    r"(?:module |type object )?'(?P<owner>[\w.]{1,120})' (?:object )?has no attribute '(?P<name>\w{1,80})'"
)


def _near_member(_case: Case, found: Values) -> Values | None:
    near = nearest_member(found["owner"], found["name"])
    return None if near is None else {"near": near}


RULES: tuple[Rule, ...] = (
    rule(
        hint(
            "layer_shape_attribute",
            "Layers have no `{name}` any more in Keras 3. Ask the tensor: `layer.input.shape` or"
            " `layer.output.shape`.",
            "케라스 3의 층에는 `{name}` 속성이 없습니다. 텐서에서 크기를 얻으세요: `layer.input.shape`,"
            " `layer.output.shape`.",
        ),
        "AttributeError",
        r"has no attribute '(?P<name>(?:input|output)_shape)'",
    ),
    rule(
        hint(
            "predict_classes_removed",
            "`{name}` was removed from Keras. Take the most probable class yourself:"
            " `np.argmax(model.predict(x), axis=-1)`.",
            "`{name}` 메서드는 케라스에서 없어졌습니다. 확률이 가장 높은 클래스를 직접 고르세요:"
            " `np.argmax(model.predict(x), axis=-1)`.",
        ),
        "AttributeError",
        r"has no attribute '(?P<name>predict_classes)'",
    ),
    rule(
        hint(
            "old_model_method",
            "`{name}` was removed from Keras. `predict_proba` is `model.predict(x)` today (softmax outputs"
            " are the probabilities), and `fit_generator` is `model.fit(x, y)`.",
            "`{name}` 메서드는 케라스에서 없어졌습니다. `predict_proba` 대신 `model.predict(x)`를"
            " 쓰고(소프트맥스 출력이 곧 확률입니다), `fit_generator` 대신 `model.fit(x, y)`를 쓰세요.",
        ),
        "AttributeError",
        r"'(?:Sequential|Functional|Model)' object has no attribute"
        r" '(?P<name>predict_proba|fit_generator|evaluate_generator|predict_generator)'",
    ),
    rule(
        hint(
            "optimizer_lr",
            "The learning rate is called `learning_rate` today, not `lr`:"
            " `keras.optimizers.SGD(learning_rate=0.1)`.",
            "학습률은 이제 `lr`이 아니라 `learning_rate`입니다: `keras.optimizers.SGD(learning_rate=0.1)`.",
        ),
        "AttributeError ValueError TypeError",
        r"has no attribute 'lr'|not recognized: .{0,40}'lr'|unexpected keyword argument '`?lr'",
    ),
    rule(
        hint(
            "history_is_object",
            "`fit` returns a History object; the values are in its dictionary `history`. Write"
            " `history.history['loss']`.",
            "`fit`은 History 객체를 반환하고, 값은 그 안의 `history` 딕셔너리에 있습니다."
            " `history.history['loss']`라고 쓰세요.",
        ),
        "AttributeError TypeError",
        r"'History' object (?:has no attribute|is not subscriptable|is not iterable)",
    ),
    rule(
        hint(
            "module_called",
            "A module was called like a function. Name the function or class inside it:"
            " `layers.Dense(10)`, not `layers(10)`; `plt.plot(…)`, not `plt(…)`.",
            "모듈을 함수처럼 호출했습니다. 모듈 안의 함수나 클래스 이름을 쓰세요."
            " `layers(10)`이 아니라 `layers.Dense(10)`, `plt(…)`가 아니라 `plt.plot(…)`입니다.",
        ),
        "TypeError",
        r"'module' object is not callable",
    ),
    rule(
        hint(
            "none_instead_of_model",
            "The model is `None` here. `compile`, `add`, `summary` and `save` return nothing, so `model ="
            " model.compile(…)` throws the model away: write `model.compile(…)` alone in its line. If a"
            " function of yours made it, that function needs `return model` at its end.",
            "여기서 모델이 `None`입니다. `compile`, `add`, `summary`, `save`는 아무것도 반환하지 않으므로"
            " `model = model.compile(…)`이라고 쓰면 모델이 사라집니다. `model.compile(…)`만 한 줄로 쓰세요."
            " 직접 만든 함수에서 받은 모델이라면 그 함수 끝에 `return model`이 있어야 합니다.",
        ),
        "AttributeError",
        r"'NoneType' object has no attribute '(?:fit|evaluate|predict|compile|add|summary|save\w{0,10}"
        r"|load_weights"
        r"|layers|get_layer|optimizer|stop_training)'",
    ),
    rule(
        hint(
            "none_result",
            "A value is `None` here, although something was expected in it. Usually a function without"
            " `return` made it, or a method that changes its object and returns nothing (`list.sort`,"
            " `list.append`, `plt.show`). Print the variables of this line to find which one, then go to"
            " where it is set.",
            "값이 있어야 할 곳에 `None`이 있습니다. 대개 `return`을 빠뜨린 함수의 결과이거나, 아무것도"
            " 반환하지 않는 메서드(`list.sort`, `list.append`, `plt.show`)의 결과입니다. 이 줄의 변수를"
            " 출력해 어느 것인지 찾고, 그 값을 정한 곳을 고치세요.",
        ),
        "AttributeError TypeError",
        r"'NoneType' object (?:has no|is not|does not|cannot)|(?:not|and|for \S{1,3}:) 'NoneType'"
        r"|non-iterable NoneType",
    ),
    rule(
        hint(
            "axes_array",
            "`plt.subplots` with several plots gives an *array* of Axes. Pick one: `axes[i].imshow(…)` in"
            " one row, `axes[row, col]` in a grid. With `squeeze=False` it is always a grid, for a single"
            " plot too.",
            "`plt.subplots`로 그래프를 여러 개 만들면 Axes의 *배열*을 얻습니다. 한 줄이면"
            " `axes[i].imshow(…)`, 격자면 `axes[row, col]`처럼 하나를 고르세요. `squeeze=False`를 쓰면"
            " 하나일 때도 항상 2차원 배열입니다.",
        ),
        "AttributeError",
        r"ndarray' object has no attribute '(?:imshow|plot|bar\w?|axis|set_\w{1,30}|legend|text|scatter)'",
    ),
    rule(
        hint(
            "figure_is_not_axes",
            "A Figure is the whole sheet; drawing is done on its Axes. Write `fig, ax = plt.subplots()` and"
            " then `ax.{name}(…)`.",
            "Figure는 종이 전체이고, 그림은 그 안의 Axes에 그립니다. `fig, ax = plt.subplots()`로 만든 다음"
            " `ax.{name}(…)`이라고 쓰세요.",
        ),
        "AttributeError",
        r"'Figure' object has no attribute"
        r" '(?P<name>imshow|plot|bar\w?|axis|set_xlabel|set_ylabel|set_title|xlabel|ylabel)'",
    ),
    rule(
        hint(
            "numpy_alias_removed",
            "NumPy no longer has `np.{name}`. Use Python's own `int`, `float`, `bool`, or an exact type such"
            " as `np.int64` or `np.float32`.",
            "넘파이에 `np.{name}`은(는) 이제 없습니다. 파이썬의 `int`, `float`, `bool`을 쓰거나 `np.int64`,"
            " `np.float32`처럼 정확한 타입을 쓰세요.",
        ),
        "AttributeError",
        r"module 'numpy' has no attribute '(?P<name>int|float|bool|object|str|complex|float_|unicode_)'",
    ),
    rule(
        hint(
            "list_is_not_array",
            "This is a Python list; only NumPy arrays have `{name}`. Convert it first: `x = np.array(x)`.",
            "이것은 파이썬 리스트이고, `{name}`은(는) 넘파이 배열에만 있습니다. 먼저 `x = np.array(x)`로"
            " 바꾸세요.",
        ),
        "AttributeError",
        r"'(?:list|range|int|float)' object has no attribute"
        r" '(?P<name>shape|reshape|astype|mean|sum|argmax|dtype|ndim|flatten|max|min|std|size|ravel|T)'",
    ),
    rule(
        hint(
            "tuple_not_unpacked",
            "This is a tuple of several values, not one of them. Take it apart first, for example"
            " `(train_input, train_target), (test_input, test_target) = load_data()` or `model, history ="
            " train(…)`.",
            "이것은 값 하나가 아니라 여러 값을 묶은 튜플입니다. 먼저 나누어 받으세요. 예: `(train_input,"
            " train_target), (test_input, test_target) = load_data()`, `model, history = train(…)`.",
        ),
        "AttributeError",
        r"'tuple' object has no attribute (?!'lower')",
    ),
    rule(
        hint(
            "tensor_is_not_array",
            "This is a TensorFlow tensor, and `{name}` belongs to NumPy arrays. Convert it: `x.numpy()` or"
            " `np.asarray(x)`; `model.predict(x)` gives an array at once, `model(x)` a tensor.",
            "이것은 텐서플로 텐서이고, `{name}`은(는) 넘파이 배열에 있는 것입니다. `x.numpy()`나"
            " `np.asarray(x)`로 바꾸세요. `model.predict(x)`는 바로 배열을, `model(x)`는 텐서를 돌려줍니다.",
        ),
        "AttributeError",
        r"(?:EagerTensor|SymbolicTensor|KerasTensor)'? object has no attribute '(?P<name>\w{1,80})'",
    ),
    rule(
        hint(
            "call_parentheses_missing",
            "A function or method is used here without being called. Add the parentheses: `model.summary()`,"
            " `x.numpy()`, `load_data()`.",
            "함수나 메서드를 호출하지 않고 그대로 썼습니다. `model.summary()`, `x.numpy()`,"
            " `load_data()`처럼 괄호를 붙이세요.",
        ),
        "AttributeError TypeError",
        r"'(?:function|method|builtin_function_or_method)' object "
        r"(?:has no attribute|is not subscriptable|is not iter)",
    ),
    rule(
        hint(
            "callback_not_instance",
            "`callbacks` wants a list of callback *objects*: create each with parentheses,"
            " `callbacks=[keras.callbacks.EarlyStopping(patience=2)]`.",
            "`callbacks`에는 콜백 *객체*의 리스트가 필요합니다. 괄호를 붙여 객체를 만드세요:"
            " `callbacks=[keras.callbacks.EarlyStopping(patience=2)]`.",
        ),
        "AttributeError TypeError",
        r"'set_model'|set_model\(\) missing|set_params\(\) missing",
    ),
    rule(
        hint(
            "plot_argument_unknown",
            "This plotting function has no argument `{name}`. Check the spelling: `label=`, `color=`,"
            " `cmap=`, `linestyle=`, `marker=`.",
            "이 그래프 함수에는 `{name}` 인수가 없습니다. `label=`, `color=`, `cmap=`, `linestyle=`,"
            " `marker=` 등의 철자를 확인하세요.",
        ),
        "AttributeError TypeError",
        r"(?:Line2D|AxesImage|Rectangle|Text|Axes|Figure|Legend)\.\w{1,20}\(\)"
        r" got an unexpected keyword argument"
        r" '(?P<name>\w{1,80})'",
    ),
    rule(
        hint(
            "attribute_misspelt",
            "`{owner}` has no `{name}`; it has `{near}`. Check the spelling, capital letters included.",
            "`{owner}`에는 `{name}`이(가) 없습니다. 아마 `{near}`일 것입니다. 대소문자까지 포함해 철자를"
            " 확인하세요.",
        ),
        "AttributeError",
        _ATTRIBUTE,
        derive=_near_member,
    ),
    rule(
        hint(
            "attribute_unknown",
            "A `{owner}` has no `{name}`. Either the name is from another version of the library, or the"
            " variable holds something else than you think: look at it with `print(type(x))`.",
            "`{owner}`에는 `{name}`이(가) 없습니다. 다른 버전의 라이브러리에 있는 이름이거나, 변수에 생각과"
            " 다른 것이 들어 있습니다. `print(type(x))`로 확인하세요.",
        ),
        "AttributeError",
        _ATTRIBUTE,
    ),
)
