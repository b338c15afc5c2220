"""Calling functions: what was left out, given twice, misspelt, or not written yet."""

from __future__ import annotations

from grader.checking.exceptions.known import KEYWORDS, LAYERS, nearest
from grader.checking.exceptions.rules import Case, Rule, Values, rule
from grader.checking.exceptions.silent import ADD_TAKES_ONE_LAYER
from grader.checking.hint import hint

_UNEXPECTED = r"(?P<function>[\w.]{1,100})\(\) got an unexpected keyword argument '(?P<name>\w{1,80})'"
_UNRECOGNIZED = r"Unrecognized keyword arguments? passed to (?P<function>\w{1,80}): \{'(?P<name>\w{1,80})'"


def _near_keyword(_case: Case, found: Values) -> Values | None:
    near = nearest(found["name"], KEYWORDS)
    return None if near is None else {"near": near, "function": _plain(found["function"])}


def _function(_case: Case, found: Values) -> Values:
    return {"function": _plain(found["function"])}


def _plain(function: str) -> str:
    """Return the name as a student writes it: `EarlyStopping.__init__` is `EarlyStopping`."""
    parts = function.removesuffix(".__init__").split(".")
    return parts[-1].replace("<lambda>", "lambda")


_ARGUMENT_MISSPELT = hint(
    "argument_misspelt",
    "`{function}` has no argument `{name}`. You probably mean `{near}`: write `{near}=…`.",
    "`{function}`에는 `{name}` 인수가 없습니다. 아마 `{near}`일 것입니다. `{near}=…`라고 쓰세요.",
)
_ARGUMENT_UNKNOWN = hint(
    "argument_unknown",
    "`{function}` has no argument `{name}`. Check its spelling, and whether it belongs to another call:"
    " `epochs` to `fit`, `metrics` to `compile`, `patience` to `EarlyStopping`. If the function is yours,"
    " compare its `def` line with the task.",
    "`{function}`에는 `{name}` 인수가 없습니다. 철자를 확인하고, 다른 호출에 쓸 인수가 아닌지 보세요."
    " `epochs`는 `fit`, `metrics`는 `compile`, `patience`는 `EarlyStopping`의 인수입니다. 직접 만든 함수라면"
    " `def` 줄을 문제와 비교하세요.",
)
_STUB = hint(
    "still_a_stub",
    "This function is not written yet: `raise NotImplementedError` still stands in it. Replace that line by"
    " your own code.",
    "아직 작성하지 않은 함수입니다. `raise NotImplementedError`가 그대로 남아 있습니다. 그 줄을 지우고"
    " 코드를 작성하세요.",
)

RULES: tuple[Rule, ...] = (
    rule(
        _STUB,
        "NotImplementedError",
        source=r"raise\s{1,9}NotImplementedError",
    ),
    rule(
        _STUB,
        "NotImplementedError",
        r"\A\s{0,20}\Z",
    ),
    rule(
        hint(
            "exit_called",
            "The code ends the program with `exit()`, `quit()` or `sys.exit()`. Then nothing after it can be"
            " judged: delete the call, and use `return` to leave a function.",
            "코드가 `exit()`, `quit()`, `sys.exit()`로 프로그램을 끝냅니다. 그러면 그 뒤는 채점할 수"
            " 없습니다. 이 호출을 지우고, 함수에서 나올 때는 `return`을 쓰세요.",
        ),
        "SystemExit",
    ),
    rule(
        hint(
            "input_called",
            "`input()` waits for somebody to type, and nobody does while the work is graded. Delete it; the"
            " values come in as arguments of the function.",
            "`input()`은 키보드 입력을 기다리지만 채점 중에는 입력하는 사람이 없습니다. 지우세요. 값은"
            " 함수의 인수로 전달됩니다.",
        ),
        "EOFError",
    ),
    rule(
        hint(
            "sequential_takes_one_list",
            "`Sequential` takes *one list* of layers. Put square brackets around them:"
            " `keras.Sequential([dense])`, `keras.Sequential([hidden, output])`.",
            "`Sequential`은 층의 *리스트 하나*를 받습니다. 대괄호로 묶으세요:"
            " `keras.Sequential([dense])`, `keras.Sequential([hidden, output])`.",
        ),
        "TypeError ValueError",
        rf"'(?:{LAYERS}|Sequential|Functional)' object is not iterable"
        r"|Expected `trainable` to be a boolean|Argument `name` must be .{0,80}Received: name=<(?!class)"
        r"|Sequential\.__init__\(\) takes",
    ),
    rule(
        ADD_TAKES_ONE_LAYER,
        "TypeError",
        r"\bSequential\.add\(\) (?:takes|missing)",
    ),
    rule(_ARGUMENT_MISSPELT, "TypeError", _UNEXPECTED, derive=_near_keyword),
    rule(_ARGUMENT_MISSPELT, "ValueError TypeError", _UNRECOGNIZED, derive=_near_keyword),
    rule(_ARGUMENT_UNKNOWN, "TypeError", _UNEXPECTED, derive=_function),
    rule(_ARGUMENT_UNKNOWN, "ValueError TypeError", _UNRECOGNIZED, derive=_function),
    rule(
        hint(
            "argument_missing",
            "The call of `{function}` leaves out {names}. Add what is missing between the parentheses, in"
            " the order of the `def` line.",
            "`{function}` 호출에 {names} 인수가 빠졌습니다. `def` 줄의 순서에 맞춰 괄호 안에 넣으세요.",
        ),
        "TypeError",
        r"(?P<function>[\w.<>]{1,100})\(\) missing \d{1,3} required (?:positional|keyword-only) arguments?:"
        r" (?P<names>.{1,200})",
        derive=_function,
    ),
    rule(
        hint(
            "too_many_arguments",
            "`{function}` is called with more values than it takes. Compare the call with the `def` line;"
            " pass settings by name (`epochs=5`), and several layers or metrics as one list in square"
            " brackets.",
            "`{function}`이(가) 받는 것보다 많은 값을 넘겼습니다. 호출과 `def` 줄을 비교하세요. 설정은"
            " `epochs=5`처럼 이름을 써서 넘기고, 여러 층이나 지표는 대괄호로 묶어 리스트 하나로 넘기세요.",
        ),
        "TypeError",
        r"(?P<function>[\w.<>]{1,100})\(\) takes (?:from )?\d{1,4}[\w ]{0,40} positional arguments?",
        derive=_function,
    ),
    rule(
        hint(
            "argument_given_twice",
            "`{function}` gets `{name}` twice: once by its position and once by its name. Keep one of the"
            " two.",
            "`{function}`에 `{name}`이(가) 두 번 전달되었습니다. 한 번은 위치로, 한 번은 이름으로 넘겼으니"
            " 하나만 남기세요.",
        ),
        "TypeError",
        r"(?P<function>[\w.<>]{1,100})\(\) got multiple values for argument '(?P<name>\w{1,80})'",
        derive=_function,
    ),
)
