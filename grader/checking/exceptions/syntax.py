"""What beginners' syntax errors come from."""

from __future__ import annotations

from grader.checking.exceptions.rules import Rule, rule
from grader.checking.hint import hint

RULES: tuple[Rule, ...] = (
    rule(
        hint(
            "mixed_tabs_and_spaces",
            "Tabs and spaces are mixed in the indentation; they may look equal in the editor, but not to"
            " Python. Indent with 4 spaces everywhere: replace each tab at the start of a line by 4 spaces.",
            "들여쓰기에 탭과 공백이 섞여 있습니다. 편집기에서는 같아 보여도 파이썬에는 다릅니다."
            " 모든 들여쓰기를 공백 4칸으로 맞추세요. 줄 앞의 탭을 공백 4칸으로 바꾸면 됩니다.",
        ),
        "TabError",
    ),
    rule(
        hint(
            "missing_indented_block",
            "After a line that ends in `:` (`def`, `if`, `for` …) Python needs at least one indented line."
            " Indent the lines that belong to it by 4 spaces; if there are none yet, write `pass` there.",
            "`:`으로 끝나는 줄(`def`, `if`, `for` 등) 다음에는 들여 쓴 줄이 하나 이상 있어야 합니다."
            " 안에 들어갈 줄을 공백 4칸만큼 들여 쓰세요. 아직 내용이 없다면 `pass`를 쓰세요.",
        ),
        "IndentationError",
        r"expected an indented block",
    ),
    rule(
        hint(
            "unexpected_indent",
            "This line is indented further than the one above it, although no `def`, `if` or `for` opened a"
            " block. Remove the extra spaces so that it starts in the same column as the line above.",
            "`def`, `if`, `for`처럼 블록을 여는 줄이 없는데 윗줄보다 더 들여 썼습니다."
            " 남는 공백을 지워 윗줄과 같은 칸에서 시작하게 하세요.",
        ),
        "IndentationError",
        r"unexpected indent",
    ),
    rule(
        hint(
            "indentation_does_not_match",
            "This line starts in a column where no block above it starts. Use 4 spaces for each level:"
            " line it up exactly with the other lines of its function or loop.",
            "이 줄이 시작하는 칸이 위의 어떤 블록과도 맞지 않습니다."
            " 한 단계마다 공백 4칸을 쓰고, 같은 함수나 반복문에 속한 다른 줄과 시작 위치를 정확히 맞추세요.",
        ),
        "IndentationError",
    ),
    rule(
        hint(
            "print_without_parentheses",
            "`print` is a function in Python 3 and needs parentheses: write `print(x)`, not `print x`.",
            "파이썬 3에서 `print`는 함수이므로 괄호가 필요합니다. `print x`가 아니라 `print(x)`라고 쓰세요.",
        ),
        "SyntaxError",
        r"Missing parentheses in call to",
    ),
    rule(
        hint(
            "notebook_command",
            "Lines that start with `!` or `%` (`!pip install …`, `%matplotlib inline`) work in a notebook"
            " only. Delete this line from the `.py` file.",
            "`!`나 `%`로 시작하는 줄(`!pip install …`, `%matplotlib inline`)은 노트북에서만 쓸 수 있습니다."
            " `.py` 파일에서는 이 줄을 지우세요.",
        ),
        "SyntaxError",
        source=r"\A\s{0,80}[!%]",
    ),
    rule(
        hint(
            "prompt_copied",
            "The prompt (`>>>` or `In [1]:`) or a merge mark was copied along with the code."
            " Delete it and keep only the code that follows.",
            "코드와 함께 프롬프트(`>>>`, `In [1]:`)나 병합 표시까지 복사되었습니다. 이 표시를 지우고 뒤의"
            " 코드만 남기세요.",
        ),
        "SyntaxError",
        source=r"\A\s{0,80}(?:>>>|In \[\d{0,9}\]:|<<<<<<<|=======)",
    ),
    rule(
        hint(
            "else_if",
            "Python writes `elif` in one word: `elif condition:`, not `else if condition:`.",
            "파이썬에서는 한 단어로 `elif`라고 씁니다. `else if 조건:`이 아니라 `elif 조건:`이라고 쓰세요.",
        ),
        "SyntaxError",
        source=r"\belse\s{1,9}if\b",
    ),
    rule(
        hint(
            "assignment_in_condition",
            "A condition compares with two equals signs; one `=` stores a value."
            " Write `if x == 1:` instead of `if x = 1:`.",
            "조건에서 비교할 때는 등호를 두 개 씁니다. `=` 하나는 값을 저장합니다."
            " `if x = 1:` 대신 `if x == 1:`이라고 쓰세요.",
        ),
        "SyntaxError",
        r"Maybe you meant '==' or|invalid syntax|perhaps you meant \"==\"",
        r"\A\s{0,80}(?:if|elif|while)\b[^=\n]{1,200}[^=!<>:\n]=[^=]",
    ),
    rule(
        hint(
            "cannot_assign",
            "The left side of `=` must be a name (or several, separated by commas): `result = f(x)`, not"
            " `f(x) = result`. If you meant to compare, write `==`.",
            "`=`의 왼쪽에는 변수 이름(여러 개면 쉼표로 구분)만 올 수 있습니다. `f(x) = result`가 아니라"
            " `result = f(x)`라고 쓰세요. 비교하려던 것이면 `==`을 쓰세요.",
        ),
        "SyntaxError",
        r"cannot assign to|cannot contain assignment|Maybe you meant '=='|cannot delete",
    ),
    rule(
        hint(
            "no_increment_operator",
            "Python has no `++` and `--`. Write `x += 1` or `x -= 1`.",
            "파이썬에는 `++`, `--` 연산자가 없습니다. `x += 1` 또는 `x -= 1`이라고 쓰세요.",
        ),
        "SyntaxError",
        source=r"\w(?:\+\+|--)\s{0,80}(?:#|$)",
    ),
    rule(
        hint(
            "logical_operator",
            "Python writes the words `and`, `or`, `not` instead of `&&`, `||`, `!`.",
            "파이썬에서는 `&&`, `||`, `!` 대신 `and`, `or`, `not`이라고 씁니다.",
        ),
        "SyntaxError",
        source=r"&&|\|\|",
    ),
    rule(
        hint(
            "unclosed_bracket",
            "The bracket `{bracket}` is opened in this line and never closed, so Python reads the following"
            " lines as part of it. Count opening and closing brackets and add the missing one.",
            "이 줄에서 연 괄호 `{bracket}`가 닫히지 않아, 파이썬이 다음 줄까지 이어진 것으로 읽습니다."
            " 여는 괄호와 닫는 괄호의 수를 세어 빠진 것을 넣으세요.",
        ),
        "SyntaxError",
        r"'(?P<bracket>[(\[{])' was never closed",
    ),
    rule(
        hint(
            "unmatched_bracket",
            "A closing bracket fits no opening one: there is one too many, or `)` stands where `]` should."
            " Go from the inside outwards and close each bracket with its own kind.",
            "닫는 괄호에 맞는 여는 괄호가 없습니다. 하나가 더 있거나, `]` 자리에 `)`를 썼을 수 있습니다."
            " 안쪽부터 차례로 같은 종류의 괄호로 닫으세요.",
        ),
        "SyntaxError",
        r"unmatched '|does not match opening",
    ),
    rule(
        hint(
            "unterminated_string",
            "A text is opened with a quote and not closed in the same line. Add the same quote at its end"
            " (`\"…\"` or `'…'`); a text over several lines needs three quotes on both sides.",
            '따옴표로 시작한 문자열이 같은 줄에서 닫히지 않았습니다. 끝에 같은 따옴표를 넣으세요(`"…"`'
            " 또는 `'…'`). 여러 줄 문자열은 양쪽에 따옴표를 세 개씩 써야 합니다.",
        ),
        "SyntaxError",
        r"unterminated|EOL while scanning|EOF while scanning",
    ),
    rule(
        hint(
            "missing_colon",
            "The colon at the end of the line is missing: `def f(x):`, `if x > 0:`, `for x in xs:`, `else:`.",
            "줄 끝에 콜론이 빠졌습니다. `def f(x):`, `if x > 0:`, `for x in xs:`, `else:`처럼 끝에 `:`을"
            " 붙이세요.",
        ),
        "SyntaxError",
        r"expected ':'",
    ),
    rule(
        hint(
            "missing_comma",
            "A comma is probably missing between two values or arguments:"
            " `Dense(10, activation='softmax')`, `[dense1, dense2]`.",
            "값이나 인수 사이에 쉼표가 빠진 것 같습니다."
            " `Dense(10, activation='softmax')`, `[dense1, dense2]`처럼 쉼표로 구분하세요.",
        ),
        "SyntaxError",
        r"forgot a comma",
    ),
    rule(
        hint(
            "positional_after_keyword",
            "Arguments without a name come before those with a name: `Dense(10, activation='relu')`,"
            " not `Dense(activation='relu', 10)`.",
            "이름 없는 인수는 이름을 쓴 인수보다 앞에 와야 합니다. `Dense(activation='relu', 10)`이 아니라"
            " `Dense(10, activation='relu')`라고 쓰세요.",
        ),
        "SyntaxError",
        r"positional argument follows",
    ),
    rule(
        hint(
            "argument_repeated",
            "The argument `{name}` stands twice in the same call or definition. Delete one of the two.",
            "같은 호출이나 정의에 인수 `{name}`이(가) 두 번 있습니다. 둘 중 하나를 지우세요.",
        ),
        "SyntaxError",
        r"(?:keyword argument repeated: |duplicate argument ')(?P<name>\w{1,80})",
    ),
    rule(
        hint(
            "return_outside_function",
            "`return` stands outside of any function, usually because the line is not indented."
            " Indent it by 4 spaces, to the same column as the other lines of the function.",
            "`return`이 함수 밖에 있습니다. 대개 들여쓰기가 빠져서 생깁니다."
            " 함수의 다른 줄과 같은 칸이 되도록 공백 4칸을 들여 쓰세요.",
        ),
        "SyntaxError",
        r"'(?:return|yield)' outside function",
    ),
    rule(
        hint(
            "try_without_except",
            "A `try:` block needs an `except …:` part after it. Add it, or remove `try:`; the exercises need"
            " no `try`.",
            "`try:` 블록 다음에는 `except …:`가 있어야 합니다. 추가하거나 `try:`를 지우세요. 이 연습"
            " 문제에는 `try`가 필요 없습니다.",
        ),
        "SyntaxError",
        r"expected 'except'",
    ),
    rule(
        hint(
            "line_continuation",
            "Something follows a backslash at the end of a line, often a space. Delete what follows it;"
            " inside brackets a line can be broken without any backslash.",
            "줄 끝의 역슬래시 뒤에 다른 문자(흔히 공백)가 있습니다. 역슬래시 뒤를 지우세요."
            " 괄호 안에서는 역슬래시 없이도 줄을 바꿀 수 있습니다.",
        ),
        "SyntaxError",
        r"line continuation character",
    ),
    rule(
        hint(
            "invalid_name_or_number",
            "Python reads this as a badly written number. A name cannot begin with a digit (`layer2`, not"
            " `2layer`), and a number has no leading zeros or units.",
            "파이썬이 잘못 쓴 숫자로 읽었습니다. 이름은 숫자로 시작할 수 없고(`2layer`가 아니라 `layer2`),"
            " 숫자 앞에 0을 붙이거나 뒤에 단위를 쓸 수 없습니다.",
        ),
        "SyntaxError",
        r"invalid decimal literal|leading zeros",
    ),
    rule(
        hint(
            "syntax_error",
            "Python cannot read this line. Look at it and at the line above: a bracket or quote not closed,"
            " a missing `:` or `,`, a keyword such as `class` or `in` used as a name. Nothing in the file"
            " runs until it is right.",
            "파이썬이 이 줄을 읽지 못합니다. 이 줄과 바로 윗줄에서 닫지 않은 괄호나 따옴표, 빠진 `:`이나"
            " `,`, 이름으로 쓴 예약어(`class`, `in` 등)를 찾아보세요. 고치기 전에는 파일의 어떤 코드도"
            " 실행되지 않습니다.",
        ),
        "SyntaxError",
    ),
)
