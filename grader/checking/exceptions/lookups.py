"""Taking results apart, looking into dictionaries and lists, and combining values."""

from __future__ import annotations

from grader.checking.exceptions.known import nearest
from grader.checking.exceptions.rules import Case, Rule, Values, rule
from grader.checking.hint import hint

_RESULT_KEYS = ("test_score", "train_score", "fit_time", "score_time")
_HISTORY_KEYS = ("loss", "accuracy", "val_loss", "val_accuracy")
_KEY = r"\A['\"](?P<name>[^'\"\n]{1,80})['\"]\Z"


def _near_key(_case: Case, found: Values) -> Values | None:
    near = nearest(found["name"], (*_HISTORY_KEYS, *_RESULT_KEYS))
    return None if near is None else {"near": near}


RULES: tuple[Rule, ...] = (
    rule(
        hint(
            "unpack_count",
            "The number of names on the left of `=` is not the number of values on the right. Print the"
            " right side to see what comes back; `load_data()` gives two pairs: `(train_input,"
            " train_target), (test_input, test_target) = …`.",
            "`=` 왼쪽의 변수 수와 오른쪽 값의 수가 다릅니다. 오른쪽을 출력해 무엇이 반환되는지 보세요."
            " `load_data()`는 쌍 두 개를 돌려줍니다: `(train_input, train_target), (test_input, test_target)"
            " = …`.",
        ),
        "ValueError",
        r"(?:not enough|too many) values to unpack",
    ),
    rule(
        hint(
            "not_unpackable",
            "One value stands on the right of `=`, but several names on the left. Return all of them from"
            " the function (`return model, history`), or write a single name on the left.",
            "`=` 왼쪽에는 변수가 여러 개인데 오른쪽은 값 하나입니다. 함수에서 모두 반환하거나(`return model,"
            " history`), 왼쪽에 변수를 하나만 쓰세요.",
        ),
        "TypeError",
        r"cannot unpack non-iterable",
    ),
    rule(
        hint(
            "dictionary_called",
            "A dictionary is looked into with square brackets: `history.history['loss']`, not"
            " `history.history('loss')`.",
            "딕셔너리의 값은 대괄호로 꺼냅니다. `history.history('loss')`가 아니라"
            " `history.history['loss']`라고 쓰세요.",
        ),
        "TypeError",
        r"'(?:dict|list|tuple|str)' object is not callable",
    ),
    rule(
        hint(
            "not_callable",
            "Parentheses follow something that is no function, here a `{kind}`. Either `[…]` was meant"
            " instead of `(…)`, an operator such as `*` is missing, or a variable has taken the name of a"
            " function: rename that variable.",
            "함수가 아닌 것(여기서는 `{kind}`) 뒤에 괄호를 붙였습니다. `(…)` 대신 `[…]`를 쓰려던 것이거나,"
            " `*` 같은 연산자가 빠졌거나, 함수와 이름이 같은 변수를 만들었을 수 있습니다. 그런 변수는 이름을"
            " 바꾸세요.",
        ),
        "TypeError",
        r"'(?P<kind>[\w.]{1,80})' object is not callable",
    ),
    rule(
        hint(
            "single_axes_indexed",
            "`plt.subplots()` with one plot gives one Axes, not an array. Write `plt.subplots(1, n,"
            " squeeze=False)` and `axes[0, i]`, which works for every number of plots, 1 included.",
            "`plt.subplots()`로 그래프를 하나만 만들면 배열이 아니라 Axes 하나가 나옵니다. `plt.subplots(1,"
            " n, squeeze=False)`와 `axes[0, i]`를 쓰면 개수가 1일 때도 그대로 동작합니다.",
        ),
        "TypeError",
        r"'Axes(?:Subplot)?' object is not (?:subscriptable|iterable)",
    ),
    rule(
        hint(
            "not_subscriptable",
            "A `{kind}` cannot be looked into with `[…]`. Print the variable: perhaps it is not what you"
            " think, or it is a function that still has to be called with `(…)`.",
            "`{kind}`에는 `[…]`를 쓸 수 없습니다. 변수를 출력해 보세요. 생각과 다른 값이거나, 먼저 `(…)`로"
            " 호출해야 하는 함수일 수 있습니다.",
        ),
        "TypeError",
        r"'(?P<kind>[\w.]{1,80})' object is not subscriptable",
    ),
    rule(
        hint(
            "not_iterable",
            "A single `{kind}` stands where several values are needed. For counting write `for i in"
            " range(n):`; a single value becomes a list with square brackets, `[x]`.",
            "여러 값이 필요한 곳에 `{kind}` 하나가 있습니다. 횟수만큼 반복하려면 `for i in range(n):`이라고"
            " 쓰고, 값 하나는 `[x]`처럼 대괄호로 묶어 리스트로 만드세요.",
        ),
        "TypeError",
        r"'(?P<kind>[\w.]{1,80})' object is not iterable",
    ),
    rule(
        hint(
            "list_index_type",
            "A list or tuple is indexed by one whole number. `x[i, j]` works with NumPy arrays only: write"
            " `np.array(x)[i, j]` or `x[i][j]`; a text as index needs a dictionary.",
            "리스트와 튜플의 인덱스는 정수 하나입니다. `x[i, j]`는 넘파이 배열에서만 쓸 수 있으니"
            " `np.array(x)[i, j]`나 `x[i][j]`라고 쓰세요. 문자열로 꺼내려면 딕셔너리여야 합니다.",
        ),
        "TypeError",
        r"(?:list|tuple|string) indices must be integers",
    ),
    rule(
        hint(
            "item_assignment",
            "A `{kind}` cannot be changed in place. Make a new one: a copy as array with `np.array(x)`, or a"
            " list with `list(x)`, and change that.",
            "`{kind}`은(는) 내용을 바꿀 수 없습니다. `np.array(x)`로 배열을 복사하거나 `list(x)`로 리스트를"
            " 만들어 그것을 바꾸세요.",
        ),
        "TypeError",
        r"'(?P<kind>[\w.]{1,120})' object does not support item assignment",
    ),
    rule(
        hint(
            "text_and_number",
            "A text and a number cannot be added. Make a text of the number: `'epoch ' + str(epoch)`; a text"
            " with digits becomes a number with `int(text)`.",
            "문자열과 숫자는 더할 수 없습니다. `'에포크 ' + str(epoch)`처럼 숫자를 문자열로 바꾸세요. 숫자로"
            " 된 문자열은 `int(text)`로 바꿉니다.",
        ),
        "TypeError",
        r"can only concatenate str|must be str, not|'str' and '(?:int|float)'|'(?:int|float)' and 'str'",
    ),
    rule(
        hint(
            "operand_types",
            "The two sides of `{operator}` do not go together: `{left}` and `{right}`. With lists and tuples"
            " calculate on arrays: `np.array(x) / 255`.",
            "`{operator}`의 양쪽 타입이 맞지 않습니다: `{left}`와 `{right}`. 리스트나 튜플은 배열로 바꾸어"
            " 계산하세요: `np.array(x) / 255`.",
        ),
        "TypeError",
        r"unsupported operand type\(s\) for (?P<operator>\S{1,8})(?: or pow\(\))?:"
        r" '(?P<left>[\w.]{1,60})' and '(?P<right>[\w.]{1,60})'",
    ),
    rule(
        hint(
            "history_key_acc",
            "The key is `accuracy` today, and `val_accuracy` for the validation data:"
            " `history.history['accuracy']`.",
            "이제 키 이름은 `accuracy`이고, 검증 데이터는 `val_accuracy`입니다:"
            " `history.history['accuracy']`.",
        ),
        "KeyError",
        r"\A['\"](?:val_)?acc['\"]\Z",
    ),
    rule(
        hint(
            "history_without_validation",
            "There is no `{name}` in this history, because `fit` was given no validation data. Either add"
            " `validation_data=(val_scaled, val_target)` to `fit`, or use the key only if it is there:"
            " `if 'val_loss' in history_dict:`.",
            "`fit`에 검증 데이터를 주지 않아 기록에 `{name}`이(가) 없습니다. `fit`에"
            " `validation_data=(val_scaled, val_target)`을 넣거나, 키가 있을 때만 쓰세요: `if 'val_loss' in"
            " history_dict:`.",
        ),
        "KeyError",
        r"\A['\"](?P<name>val_\w{1,40})['\"]\Z",
    ),
    rule(
        hint(
            "history_without_accuracy",
            "There is no `accuracy` in this history, because the model was compiled without it. Write"
            " `model.compile(loss=..., metrics=['accuracy'])`.",
            "모델을 컴파일할 때 정확도를 지정하지 않아 기록에 `accuracy`가 없습니다."
            " `model.compile(loss=..., metrics=['accuracy'])`라고 쓰세요.",
        ),
        "KeyError",
        r"\A['\"]accuracy['\"]\Z",
    ),
    rule(
        hint(
            "train_score_not_requested",
            "`cross_validate` gives training scores only when asked:"
            " `cross_validate(classifier, x, y, cv=5, return_train_score=True)`.",
            "`cross_validate`는 요청할 때만 훈련 점수를 돌려줍니다:"
            " `cross_validate(classifier, x, y, cv=5, return_train_score=True)`.",
        ),
        "KeyError",
        r"\A['\"]train_score['\"]\Z",
    ),
    rule(
        hint(
            "key_misspelt",
            "There is no key `{name}`; you probably mean `{near}`. `print(d.keys())` shows the keys of a"
            " dictionary `d`.",
            "`{name}` 키는 없습니다. 아마 `{near}`일 것입니다. `print(d.keys())`로 딕셔너리 `d`의 키를 볼 수"
            " 있습니다.",
        ),
        "KeyError",
        _KEY,
        derive=_near_key,
    ),
)
