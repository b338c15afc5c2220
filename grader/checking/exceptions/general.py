"""What is said where the cause is not known: one sentence for each common class of exception."""

from __future__ import annotations

from grader.checking.exceptions.rules import Rule, rule
from grader.checking.hint import hint

GENERAL = hint(
    "exception",
    "Your code stopped with an error of the class `{kind}`. Read its message, then the line of yours that is"
    " named with it, and print the variables of that line just before it.",
    "코드가 `{kind}` 오류로 멈췄습니다. 오류 메시지를 읽고, 함께 표시된 줄을 찾아 그 줄의 변수를 바로 앞에서"
    " 출력해 보세요.",
)

RULES: tuple[Rule, ...] = (
    rule(
        hint(
            "raised_on_purpose",
            "Your own code raises this error: a `raise` line was reached. Check the condition before it; for"
            " input that the task allows it must not be reached.",
            "직접 쓴 `raise` 문이 실행되어 생긴 오류입니다. 그 앞의 조건을 확인하세요. 문제에서 허용하는"
            " 입력이라면 여기에 오지 않아야 합니다.",
        ),
        source=r"\A\s{0,80}raise\b(?!.{0,200}NotImplementedError)",
    ),
    rule(
        hint(
            "exception_recursion",
            "A function calls itself again and again without an end. Look for a function that calls its own"
            " name, often by accident: `def train(…)` that calls `train(…)` instead of `model.fit(…)`.",
            "함수가 자기 자신을 끝없이 호출합니다. 자기 이름을 호출하는 함수를 찾으세요. `def train(…)`"
            " 안에서 `model.fit(…)` 대신 `train(…)`을 호출하는 실수가 많습니다.",
        ),
        "RecursionError",
    ),
    rule(
        hint(
            "exception_memory",
            "The code asked for more memory than there is. Print the shapes: two arrays whose shapes do not"
            " match, such as (n, 1) and (n,), blow up to n x n; and images need no more than `float32`.",
            "사용할 수 있는 것보다 많은 메모리를 요청했습니다. 배열의 크기를 출력해 보세요. (n, 1)과"
            " (n,)처럼 크기가 맞지 않는 두 배열을 계산하면 n x n 크기로 커집니다. 이미지는 `float32`면"
            " 충분합니다.",
        ),
        "MemoryError",
    ),
    rule(
        hint(
            "exception_zero_division",
            "Something is divided by 0, for example by the length of an empty list. Print the divisor before"
            " this line, and decide what the result is to be when there are no rows.",
            "0으로 나누었습니다. 빈 리스트의 길이로 나누는 경우 등입니다. 이 줄 앞에서 나누는 수를 출력해"
            " 보고, 데이터가 없을 때의 결과를 정하세요.",
        ),
        "ZeroDivisionError",
    ),
    rule(
        hint(
            "exception_key",
            "The dictionary has no such key. `print(d.keys())` shows which there are; the history of a"
            " training has `loss`, `accuracy`, `val_loss`, `val_accuracy`.",
            "딕셔너리에 그런 키가 없습니다. `print(d.keys())`로 어떤 키가 있는지 보세요. 훈련 기록의 키는"
            " `loss`, `accuracy`, `val_loss`, `val_accuracy`입니다.",
        ),
        "KeyError",
    ),
    rule(
        hint(
            "exception_index",
            "An index points beyond the end of a list or array. Indices run from 0 to `len(x) - 1`; print"
            " `len(x)` or `x.shape` just before this line.",
            "인덱스가 리스트나 배열의 끝을 넘었습니다. 인덱스는 0부터 `len(x) - 1`까지입니다."
            " 이 줄 바로 앞에서 `len(x)`나 `x.shape`를 출력해 보세요.",
        ),
        "IndexError",
    ),
    rule(
        hint(
            "exception_name",
            "A name is used that does not exist at this point. Check its spelling, and that it is imported,"
            " or set in the same function above this line.",
            "이 위치에 없는 이름을 썼습니다. 철자를 확인하고, 임포트했는지 또는 같은 함수의 윗줄에서 값을"
            " 정했는지 보세요.",
        ),
        "NameError",
    ),
    rule(
        hint(
            "exception_attribute",
            "After a dot stands a name that this object does not have. `print(type(x))` shows what the"
            " object really is; then check the spelling of the name.",
            "점(`.`) 뒤에 쓴 이름이 이 객체에 없습니다. `print(type(x))`로 객체가 실제로 무엇인지 보고"
            " 이름의 철자를 확인하세요.",
        ),
        "AttributeError",
    ),
    rule(
        hint(
            "exception_import",
            "An import did not work. Compare the import lines with the book's, letter by letter, and remove"
            " those that are not needed.",
            "임포트에 실패했습니다. import 줄을 교재와 한 글자씩 비교하고, 필요 없는 import는 지우세요.",
        ),
        "ImportError",
    ),
    rule(
        hint(
            "exception_type",
            "A value is of the wrong kind for what is done with it: a list where an array is needed, a text"
            " where a number is needed. Print `type(x)` for each variable of this line.",
            "값의 종류가 하려는 일과 맞지 않습니다. 배열이 필요한 곳에 리스트를, 숫자가 필요한 곳에 문자열을"
            " 쓴 경우 등입니다. 이 줄의 변수마다 `type(x)`를 출력해 보세요.",
        ),
        "TypeError",
    ),
    rule(
        hint(
            "exception_not_implemented",
            "A step that this call relies on is not written. If it is a class of your own, such as a layer,"
            " write its method `call`; otherwise use a built-in one.",
            "이 호출에 필요한 부분이 작성되지 않았습니다. 직접 만든 층 같은 클래스라면 `call` 메서드를"
            " 작성하고, 아니면 기본으로 제공되는 것을 쓰세요.",
        ),
        "NotImplementedError",
    ),
    rule(
        hint(
            "exception_assertion",
            "An `assert` in the code was not true. Print the values that it compares, and correct what comes"
            " before it; asserts that were only for trying things out can be deleted.",
            "코드의 `assert` 조건이 거짓입니다. 비교하는 값을 출력해 보고 그 앞의 코드를 고치세요."
            " 시험용으로 넣은 것이라면 지우세요.",
        ),
        "AssertionError",
    ),
    rule(
        hint(
            "exception_interrupted",
            "The program was interrupted from outside while it ran. If you did not do that, look for a loop"
            " without an end (`while True:`) and give it a condition.",
            "실행 중에 프로그램이 중단되었습니다. 직접 멈춘 것이 아니라면 끝나지 않는 반복문(`while"
            " True:`)을 찾아 조건을 넣으세요.",
        ),
        "KeyboardInterrupt",
    ),
    rule(
        hint(
            "exception_os",
            "Reading or writing a file did not work. Use the `path` that the function is given, unchanged,"
            " and check the ending of the name: `.keras` for a model, `.weights.h5` for weights.",
            "파일을 읽거나 쓰지 못했습니다. 함수가 받은 `path`를 그대로 쓰고 확장자를 확인하세요."
            " 모델은 `.keras`, 가중치는 `.weights.h5`입니다.",
        ),
        "OSError",
    ),
    rule(
        hint(
            "exception_value",
            "A value is of the right kind but not one that is accepted here: a misspelt name, a shape that"
            " does not fit, a number out of range. Print the arguments of this line, and the `.shape` of"
            " arrays.",
            "값의 종류는 맞지만 여기서 쓸 수 없는 값입니다. 철자가 틀린 이름, 맞지 않는 크기, 범위를 벗어난"
            " 수 등입니다. 이 줄의 인수와 배열의 `.shape`를 출력해 보세요.",
        ),
        "ValueError",
    ),
)
