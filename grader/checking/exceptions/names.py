"""Names that Python does not find: variables, functions and modules."""

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
    near = nearest_member(found["module"], found["name"])
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
)
