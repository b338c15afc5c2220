"""Names that Python does not find: variables, modules, attributes."""

from __future__ import annotations

from grader.checking.exceptions.known import IMPORTS, MEMBERS, MODULES, nearest, nearest_member, nearest_name
from grader.checking.exceptions.rules import Case, Rule, Values, rule
from grader.checking.hint import hint

_NAME = r"name '(?P<name>\w{1,80})' is not defined"
_MODULE = r"No module named '(?P<module>[\w.]{1,120})'"
_IMPORTED = (
    r"cannot import name '(?P<name>\w{1,80})'"
    r" from (?:partially initialized module )?'(?P<module>[\w.]{1,120})'"
)
_ATTRIBUTE = (
    r"(?:module |type object )?'(?P<owner>[\w.]{1,120})' (?:object )?has no attribute '(?P<name>\w{1,80})'"
)

# Names of Keras and scikit-learn that older editions of the book import, and where they are today.
_MOVED = {
    "np_utils": "keras.utils.to_categorical",
    "keras.utils.np_utils": "keras.utils.to_categorical",
    "keras.layers.core": "keras.layers",
    "tensorflow.keras.layers.core": "keras.layers",
    "tensorflow.python.keras": "keras",
    "keras.optimizers.legacy": "keras.optimizers",
    "sklearn.cross_validation": "sklearn.model_selection",
    "sklearn.grid_search": "sklearn.model_selection",
}


def _import_line(_case: Case, found: Values) -> Values | None:
    line = IMPORTS.get(found["name"])
    return None if line is None else {"statement": line}


def _near_name(case: Case, found: Values) -> Values | None:
    near = nearest_name(found["name"], case.source)
    return None if near is None else {"near": near}


def _near_module(_case: Case, found: Values) -> Values | None:
    top, dot, rest = found["module"].partition(".")
    if top in MODULES:
        last = rest.rpartition(".")[2]
        near = nearest(last, MEMBERS.get(top, frozenset()) | {"pyplot"}) if dot else None
        return None if near is None else {"near": f"{found['module'].rpartition('.')[0]}.{near}"}
    near = nearest(top, MODULES)
    return None if near is None else {"near": f"{near}{dot}{rest}"}


def _moved(_case: Case, found: Values) -> Values | None:
    wanted = f"{found['module']}.{found['name']}" if "name" in found else found["module"]
    today = _MOVED.get(wanted) or _MOVED.get(found["module"])
    return None if today is None else {"wanted": wanted, "today": today}


def _near_member(_case: Case, found: Values) -> Values | None:
    near = nearest_member(found.get("owner") or found["module"], found["name"])
    return None if near is None else {"near": near}


_IMPORT_MOVED = hint(
    "import_moved",
    "`{wanted}` is from an older version of the library. Today it is `{today}`: change the import line.",
    "`{wanted}`은(는) 옛 버전의 이름입니다. 지금 이름은 `{today}`입니다. import 줄을 고치세요.",
)
_NAME_MISSPELT = hint(
    "name_misspelt",
    "`{name}` is not known here; you probably mean `{near}`. Check the spelling, capital letters included,"
    " and that it is imported or set above this line.",
    "`{name}`(이)라는 이름은 없습니다. 아마 `{near}`일 것입니다. 대소문자까지 철자를 확인하고, 임포트했거나"
    " 이 줄보다 위에서 값을 정했는지 보세요.",
)

RULES: tuple[Rule, ...] = (
    rule(
        hint(
            "used_before_assignment",
            "`{name}` gets its value later in the function, or only in a branch that did not run. Set it"
            " before this line, before the `if` or `for`; a variable from outside must be passed in as an"
            " argument.",
            "`{name}` 변수는 함수의 뒤쪽이나 실행되지 않은 분기에서 값을 받습니다. 이 줄보다 앞, `if`나"
            " `for` 앞에서 값을 정하세요. 함수 밖의 변수는 매개변수로 받으세요.",
        ),
        "UnboundLocalError",
        r"variable '(?P<name>\w{1,80})'",
    ),
    rule(
        hint(
            "not_imported",
            "`{name}` is used but was not imported in this file. Add this line at the top: `{statement}`",
            "`{name}`을(를) 썼지만 이 파일에서 임포트하지 않았습니다. 파일 맨 위에 다음 줄을 추가하세요:"
            " `{statement}`",
        ),
        "NameError",
        _NAME,
        derive=_import_line,
    ),
    rule(_NAME_MISSPELT, "NameError", _NAME, derive=_near_name),
    rule(
        hint(
            "name_not_defined",
            "Nothing called `{name}` exists at this point. Either it is misspelt, or it was created in"
            " another notebook cell or another function: create it in this function, or take it as an"
            " argument.",
            "이 위치에는 `{name}`(이)라는 이름이 없습니다. 철자가 틀렸거나, 노트북의 다른 셀이나 다른"
            " 함수에서 만든 변수일 수 있습니다. 이 함수 안에서 만들거나 매개변수로 받으세요.",
        ),
        "NameError",
        _NAME,
    ),
    rule(
        hint(
            "file_shadows_library",
            "A file or folder in your own directory has the same name as a library (`keras.py`, `numpy.py`,"
            " `random.py` …), so Python imports yours. Rename it.",
            "작업 폴더에 라이브러리와 이름이 같은 파일이나 폴더(`keras.py`, `numpy.py`, `random.py` 등)가"
            " 있어서 파이썬이 그것을 임포트합니다. 파일 이름을 바꾸세요.",
        ),
        "ImportError AttributeError",
        r"partially initialized module|is not a package|consider renaming",
    ),
    rule(
        hint(
            "other_exercise_imported",
            "Each exercise is judged by itself, without the other files. Copy the function that you need"
            " into this file instead of importing it.",
            "연습 문제는 파일마다 따로 채점되므로 다른 파일을 불러올 수 없습니다. 임포트하지 말고 필요한"
            " 함수를 이 파일에 복사해 넣으세요.",
        ),
        "ImportError",
        r"No module named '(?:ch07\w{0,20}|e\d\d_\w{1,60}|exercises)\b|attempted relative import",
    ),
    rule(_IMPORT_MOVED, "ImportError", _MODULE, derive=_moved),
    rule(_IMPORT_MOVED, "ImportError", _IMPORTED, derive=_moved),
    rule(
        hint(
            "module_misspelt",
            "There is no module `{module}`; you probably mean `{near}`. Correct the import line.",
            "`{module}` 모듈은 없습니다. 아마 `{near}`일 것입니다. import 줄의 철자를 고치세요.",
        ),
        "ImportError",
        _MODULE,
        derive=_near_module,
    ),
    rule(
        hint(
            "module_not_installed",
            "The module `{module}` is not installed where your work is graded. The chapter needs only numpy,"
            " matplotlib, scikit-learn (`sklearn`), tensorflow and keras: delete this import if it is not"
            " used, or do the step with one of these.",
            "채점 환경에는 `{module}` 모듈이 없습니다. 이 장에는 numpy, matplotlib, scikit-learn(`sklearn`),"
            " tensorflow, keras만 필요합니다. 쓰지 않는 import라면 지우고, 아니면 이 라이브러리들로 다시"
            " 작성하세요.",
        ),
        "ImportError",
        _MODULE,
    ),
    rule(
        hint(
            "import_misspelt",
            "`{module}` has no `{name}`; it has `{near}`. Correct the spelling in the import line, capital"
            " letters included.",
            "`{module}`에는 `{name}`이(가) 없습니다. 아마 `{near}`일 것입니다. import 줄의 철자를"
            " 대소문자까지 확인해 고치세요.",
        ),
        "ImportError",
        _IMPORTED,
        derive=_near_member,
    ),
    rule(
        hint(
            "import_name_unknown",
            "`{module}` has nothing called `{name}`. Check in which module the book imports it from; it may"
            " also have been removed since the book was printed.",
            "`{module}`에는 `{name}`(이)라는 것이 없습니다. 교재에서 어느 모듈에서 임포트하는지 확인하세요."
            " 교재가 나온 뒤에 없어졌을 수도 있습니다.",
        ),
        "ImportError",
        _IMPORTED,
    ),
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
        r"'tuple' object has no attribute",
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
