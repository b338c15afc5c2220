"""Hints that fit any exercise: about functions, kinds of values, and the limits of a sandbox."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from grader.checking.finding import Finding
from grader.checking.hint import Hint, hint
from grader.report.model import Reason
from grader.sandbox.limits import Limits, amount
from grader.sandbox.session import SandboxFailureError

STILL_A_STUB = hint(
    "stub_left",
    "`{function}` has not been written yet: it still raises NotImplementedError. "
    "Replace that line by your code.",
    "`{function}` 함수가 아직 작성되지 않았습니다. "
    "`raise NotImplementedError` 줄을 지우고 코드를 작성하세요.",
)
FUNCTION_MISSING = hint(
    "function_missing",
    "There is no function `{function}` in your file. {similar}The name must be exactly the one in the task.",
    "파일에 `{function}` 함수가 없습니다. {similar_ko}함수 이름은 과제에 적힌 그대로여야 합니다.",
)
TIMEOUT = hint(
    "timeout",
    "Your code did not finish within {seconds:g} seconds. Look for a loop that never ends, `input()`, "
    "or far more work than the task asks for.",
    "코드가 {seconds:g}초 안에 끝나지 않았습니다. 끝나지 않는 반복문이나 `input()`이 있는지, "
    "과제보다 훨씬 많은 일을 하고 있지 않은지 살펴보세요.",
)
CRASH = hint(
    "crash",
    "Python itself ended while your code ran: `exit()`, `quit()`, `sys.exit()` or `os._exit()` must not be "
    "called, and a recursion that never ends or too little memory ends it as well.",
    "코드를 실행하는 도중 파이썬이 종료되었습니다. `exit()`, `quit()`, `sys.exit()`, "
    "`os._exit()`를 부르면 안 되고, 끝나지 않는 재귀나 메모리 부족도 원인이 됩니다.",
)
OUTPUT_LIMIT = hint(
    "output_limit",
    "Your code printed far too much: more than {output}. Remove the `print` inside the loop.",
    "출력이 {output}를 넘어 너무 많습니다. 반복문 안의 `print`를 지우세요.",
)
MEMORY_LIMIT = hint(
    "memory_limit",
    "Your code used more than {memory} of memory. Look for an array of the wrong shape, a list that keeps "
    "growing, or far more data than the task asks for.",
    "코드가 메모리를 {memory} 넘게 사용했습니다. shape이 잘못된 배열이나 계속 길어지는 리스트가 없는지, "
    "과제보다 훨씬 많은 데이터를 만들지 않는지 살펴보세요.",
)
DISK_LIMIT = hint(
    "disk_limit",
    "Your code wrote too much: {disk} and {files} files are allowed. Save only what the task asks for, once.",
    "파일을 너무 많이 썼습니다. {disk}, 파일 {files}개까지 쓸 수 있습니다. 과제에서 요구하는 것만 한 번 "
    "저장하세요.",
)
PROCESSOR_LIMIT = hint(
    "processor_limit",
    "Your code computed for more than {cpu_seconds} seconds in all. Look for far more work than the task "
    "asks for, or for a thread that never ends.",
    "코드가 모두 {cpu_seconds}초 넘게 계산했습니다. 과제보다 훨씬 많은 일을 하거나 끝나지 않는 스레드가 "
    "있는지 살펴보세요.",
)
TASK_LIMIT = hint(
    "task_limit",
    "Your code started more than {tasks} processes and threads. No exercise needs any: remove that part.",
    "코드가 프로세스와 스레드를 {tasks}개 넘게 시작했습니다. 과제에는 필요하지 않으니 그 부분을 지우세요.",
)
FORBIDDEN = hint(
    "protocol_broken",
    "Your code wrote to a channel that belongs to the grader. Use only files that you opened yourself.",
    "채점기가 쓰는 통로에 코드가 무언가를 썼습니다. 직접 연 파일만 사용하세요.",
)
RETURNS_NOTHING = hint(
    "missing_return",
    "`{function}` returned None. Most often the `return` at the end is missing, "
    "or it stands inside an `if` or after a `print` instead.",
    "`{function}` 함수가 None을 돌려주었습니다. 마지막 줄의 `return`을 빠뜨렸거나, "
    "`return` 대신 `print`를 썼거나, `return`이 `if` 안에만 있는 경우가 많습니다.",
)
RETURNS_GENERATOR = hint(
    "returns_generator",
    "`{function}` returned a generator: somewhere there is `yield`, or round brackets around a `for`. "
    "Use `return`, and square brackets: `[... for ...]`.",
    "`{function}` 함수가 제너레이터를 돌려주었습니다. `yield` 대신 `return`을 쓰고, "
    "`(... for ...)` 대신 대괄호 `[... for ...]`를 쓰세요.",
)
RETURNS_TENSOR = hint(
    "returns_tensor",
    "`{function}` returned a TensorFlow tensor; the task asks for NumPy. Append `.numpy()`, "
    "or compute with `np.` functions.",
    "`{function}` 함수가 텐서플로 텐서를 돌려주었습니다. 과제는 넘파이 값을 요구합니다. "
    "`.numpy()`를 붙이거나 `np.` 함수로 계산하세요.",
)
WRONG_TYPE = hint(
    "wrong_type",
    "`{function}` should return {expected}, but it returned {actual}.",
    "`{function}` 함수는 {expected_ko}을(를) 돌려주어야 하는데 {actual}을(를) 돌려주었습니다.",
)
WRONG_NUMBER_OF_VALUES = hint(
    "wrong_number_of_values",
    "`{function}` should return {expected}, in this order, separated by commas. It returned {actual}.",
    "`{function}` 함수는 {expected}을(를) 이 순서대로 쉼표로 이어서 돌려주어야 합니다. "
    "지금은 {actual}입니다.",
)
TOO_LARGE = hint(
    "array_too_large",
    "The array that `{function}` returned has {actual} elements' worth of shape, far more than the task "
    "needs. Check the shapes step by step: often two axes were multiplied by broadcasting.",
    "`{function}` 함수가 돌려준 배열의 크기 {actual}이(가) 과제보다 훨씬 큽니다. "
    "단계마다 shape을 확인하세요. 브로드캐스팅으로 두 축이 곱해진 경우가 많습니다.",
)
WRONG_SHAPE = hint(
    "wrong_shape",
    "The shape should be {expected}, but it is {actual}. "
    "Print `.shape` after each step to see where it changes.",
    "shape이 {expected}이어야 하는데 {actual}입니다. "
    "단계마다 `.shape`을 출력해서 어디서 달라지는지 찾아보세요.",
)
WRONG_DTYPE = hint(
    "wrong_dtype",
    "The values should be {expected}, but they are {actual}.",
    "값의 자료형이 {expected}이어야 하는데 {actual}입니다.",
)
NOT_FINITE = hint(
    "not_finite",
    "There are values that are no numbers (nan or inf): {actual}. Usually something was divided by zero.",
    "숫자가 아닌 값(nan 또는 inf)이 있습니다: {actual}. 보통 0으로 나누었을 때 생깁니다.",
)
WRONG_VALUES = hint(
    "wrong_values",
    "The shape is right, but the values are not: expected {expected}, got {actual}.",
    "shape은 맞지만 값이 다릅니다. {expected}이어야 하는데 {actual}입니다.",
)
INPUT_CHANGED = hint(
    "input_changed",
    "`{function}` changed the array that it was given. Operations like `x /= 255` work in place; "
    "write `x = x / 255` to make a new array.",
    "`{function}` 함수가 입력으로 받은 배열을 바꾸었습니다. `x /= 255` 같은 연산은 원본을 바꿉니다. "
    "`x = x / 255`처럼 새 배열을 만드세요.",
)

_FAILURES = {
    Reason.TIMEOUT: TIMEOUT,
    Reason.CRASH: CRASH,
    Reason.MEMORY_LIMIT: MEMORY_LIMIT,
    Reason.DISK_LIMIT: DISK_LIMIT,
    Reason.OUTPUT_LIMIT: OUTPUT_LIMIT,
    Reason.FORBIDDEN: FORBIDDEN,
}


def sandbox_failure(failure: SandboxFailureError, seconds: float, limits: Limits) -> Finding:
    """Return the finding for a sandbox that ended, or was ended, before it answered within `seconds`."""
    by_limit = {limits.too_many_tasks: TASK_LIMIT, limits.too_much_processor_time: PROCESSOR_LIMIT}
    chosen: Hint = by_limit.get(failure.detail, _FAILURES[failure.reason])
    return Finding(
        chosen,
        reason=failure.reason,
        detail=failure.detail,
        seconds=seconds,
        cpu_seconds=limits.cpu_seconds,
        memory=amount(limits.memory_bytes),
        disk=amount(limits.disk_bytes),
        files=limits.files,
        tasks=limits.tasks,
        output=amount(limits.output_allowed_bytes),
    )


def missing_function(function: str, known: Iterable[str]) -> Finding:
    """Return the finding for a function that the file does not have, with the nearest name that it has."""
    near = difflib.get_close_matches(function, list(known), n=1, cutoff=0.6)
    return Finding(
        FUNCTION_MISSING,
        expected=f"def {function}(...)",
        actual=f"def {near[0]}(...)" if near else None,
        function=function,
        similar=f"Did you mean `{near[0]}`? " if near else "",
        similar_ko=f"`{near[0]}`을(를) 잘못 적은 것은 아닌가요? " if near else "",
    )
