"""Calculating with NumPy arrays: shapes, axes, indices, kinds of numbers."""

from __future__ import annotations

from grader.checking.exceptions.rules import Rule, rule
from grader.checking.hint import hint

RULES: tuple[Rule, ...] = (
    rule(
        hint(
            "reshape_size",
            "`reshape` must keep the number of elements: {size} do not fit into ({shape}). Let NumPy count"
            " one axis with `-1`: `images.reshape(-1, 28 * 28)` for any number of images.",
            "`reshape`는 원소의 수를 바꾸지 않습니다. 원소 {size}개는 ({shape}) 크기에 맞지 않습니다. 한"
            " 축은 `-1`로 두어 넘파이가 계산하게 하세요: `images.reshape(-1, 28 * 28)`은 이미지 수와"
            " 상관없이 동작합니다.",
        ),
        "ValueError",
        r"cannot reshape array of size (?P<size>\d{1,20}) into shape \((?P<shape>[\d, -]{0,80})\)",
    ),
    rule(
        hint(
            "reshape_two_unknowns",
            "Only one axis of `reshape` may be `-1`; give the others as numbers: `images.reshape(-1, 28 *"
            " 28)`.",
            "`reshape`에서 `-1`은 한 축에만 쓸 수 있습니다. 나머지는 숫자로 쓰세요: `images.reshape(-1, 28 *"
            " 28)`.",
        ),
        "ValueError",
        r"can only specify one unknown dimension",
    ),
    rule(
        hint(
            "shapes_do_not_match",
            "Two arrays of the shapes {shapes} cannot be combined element by element. Print both `.shape`;"
            " often one is not reduced yet (`argmax(axis=-1)` turns (n, 10) into (n,)), or only one of the"
            " two was split or flattened.",
            "크기가 {shapes}인 두 배열은 원소끼리 계산할 수 없습니다. 두 배열의 `.shape`를 출력해 보세요."
            " 한쪽을 아직 줄이지 않았거나(`argmax(axis=-1)`은 (n, 10)을 (n,)으로 바꿉니다), 한쪽만 나누거나"
            " 펼친 경우가 많습니다.",
        ),
        "ValueError",
        r"could not be broadcast together with (?:remapped )?shapes (?P<shapes>[\d(), ]{1,120})",
    ),
    rule(
        hint(
            "matrix_shapes",
            "In a matrix product the columns of the first must equal the rows of the second. Print both"
            " `.shape`; perhaps `*` (element by element) was meant instead of `@`.",
            "행렬 곱에서는 첫 번째의 열 수와 두 번째의 행 수가 같아야 합니다. 두 배열의 `.shape`를 출력해"
            " 보세요. `@`가 아니라 원소끼리 곱하는 `*`를 쓰려던 것일 수도 있습니다.",
        ),
        "ValueError",
        r"\Amatmul: |shapes .{1,60} not aligned",
    ),
    rule(
        hint(
            "axis_out_of_bounds",
            "The array has {dimensions} dimension(s), so there is no axis {axis}; axes count from 0. Use"
            " `axis=-1` for the last axis, and check the shape: perhaps the array is a single sample, or"
            " `argmax` was taken already.",
            "이 배열은 {dimensions}차원이라 {axis}번 축이 없습니다. 축은 0부터 셉니다. 마지막 축은"
            " `axis=-1`로 쓰고 배열의 크기를 확인하세요. 샘플 하나이거나 이미 `argmax`를 적용한 배열일 수"
            " 있습니다.",
        ),
        "AxisError ValueError IndexError",
        r"axis (?P<axis>-?\d{1,6}) is out of bounds for array of dimension (?P<dimensions>\d{1,3})",
    ),
    rule(
        hint(
            "index_out_of_bounds",
            "Index {index} does not exist: there are {size} entries here, with the indices 0 to {size} - 1."
            " Do not write a fixed number; use `len(x)` or `x.shape[0]`, because other data may be shorter.",
            "인덱스 {index}은(는) 없습니다. 여기에는 {size}개가 있고 인덱스는 0부터 {size} - 1까지입니다."
            " 숫자를 고정하지 말고 `len(x)`나 `x.shape[0]`을 쓰세요. 더 짧은 데이터가 들어올 수 있습니다.",
        ),
        "IndexError",
        r"index (?P<index>-?\d{1,20}) is out of bounds for axis \d{1,3} with size (?P<size>\d{1,20})",
    ),
    rule(
        hint(
            "index_too_large",
            "The list is shorter than the index used. Indices count from 0, so the last one is `len(x) - 1`,"
            " or `x[-1]`. Check that the list is not empty.",
            "인덱스가 리스트의 길이를 넘었습니다. 인덱스는 0부터 세므로 마지막은 `len(x) - 1`, 즉"
            " `x[-1]`입니다. 리스트가 비어 있지 않은지도 확인하세요.",
        ),
        "IndexError",
        r"index out of range",
    ),
    rule(
        hint(
            "too_many_indices",
            "More indices are used than the array has axes. Print `x.shape`: an array of labels (n,) takes"
            " one index, an array of images (n, 28, 28) up to three.",
            "배열의 축보다 많은 인덱스를 썼습니다. `x.shape`를 출력해 보세요. 레이블 배열 (n,)은 인덱스 하나,"
            " 이미지 배열 (n, 28, 28)은 세 개까지 쓸 수 있습니다.",
        ),
        "IndexError",
        r"too many indices",
    ),
    rule(
        hint(
            "index_not_integer",
            "An array index must be a whole number. `/` always gives a float: write `//`, or convert with"
            " `int(i)`.",
            "배열의 인덱스는 정수여야 합니다. `/`의 결과는 항상 실수이므로 `//`를 쓰거나 `int(i)`로"
            " 바꾸세요.",
        ),
        "IndexError",
        r"only integers, slices",
    ),
    rule(
        hint(
            "mask_length",
            "The array of True and False is not as long as the array it selects from. Compute it from the"
            " same rows, for example `x[y == 3]` with `len(x) == len(y)`.",
            "True/False 배열의 길이가 고르려는 배열의 길이와 다릅니다. 같은 행에서 만드세요."
            " 예를 들어 `x[y == 3]`은 `len(x) == len(y)`일 때만 쓸 수 있습니다.",
        ),
        "IndexError",
        r"boolean index did not match",
    ),
    rule(
        hint(
            "array_to_number",
            "`int()` and `float()` take one number, and an array with more than that was given. Reduce it"
            " first: `int(np.argmax(p))`, `float(np.mean(s))`, or pick one element, `int(labels[0])`.",
            "`int()`와 `float()`에는 수 하나만 넣을 수 있는데 배열을 넣었습니다. 먼저 하나로 만드세요:"
            " `int(np.argmax(p))`, `float(np.mean(s))`, 또는 `int(labels[0])`처럼 원소 하나를 고르세요.",
        ),
        "TypeError ValueError",
        r"can be converted to (?:a )?(?:Python )?scalar|only (?:length|size)-1 arrays"
        r"|only integer scalar arrays",
    ),
    rule(
        hint(
            "array_as_condition",
            "A whole array is no single True or False. To compare two arrays write `np.array_equal(a, b)`;"
            " for one answer from many write `(a == b).all()` or `.any()`; instead of `and`, `or` use `&`,"
            " `|` with parentheses.",
            "배열 전체는 참이나 거짓 하나가 아닙니다. 두 배열을 비교하려면 `np.array_equal(a, b)`, 여러"
            " 결과를 하나로 만들려면 `(a == b).all()`이나 `.any()`를 쓰세요. `and`, `or` 대신 괄호와 함께"
            " `&`, `|`를 씁니다.",
        ),
        "ValueError TypeError",
        r"truth value of an (?:array|empty)|KerasTensor cannot be used as a boolean"
        r"|`tf\.Tensor` as a Python `bool`",
    ),
    rule(
        hint(
            "ragged_array",
            "The rows have different lengths, so they do not form one array. Check that every row or image"
            " has the same shape before `np.array`.",
            "행의 길이가 서로 달라 하나의 배열로 만들 수 없습니다. `np.array`에 넣기 전에 모든 행이나"
            " 이미지의 크기가 같은지 확인하세요.",
        ),
        "ValueError",
        r"setting an array element with a sequence|inhomogeneous",
    ),
    rule(
        hint(
            "integer_array_in_place",
            "The array holds whole numbers (uint8), so `x /= 255` cannot store fractions in it, and it would"
            " change the caller's data as well. Make a new array: `x = x / 255`.",
            "정수(uint8) 배열이라 `x /= 255`의 결과인 소수를 담을 수 없고, 넘겨받은 데이터까지 바뀝니다."
            " 새 배열을 만드세요: `x = x / 255`.",
        ),
        "TypeError",
        r"Cannot cast ufunc '\w{1,40}' output",
    ),
    rule(
        hint(
            "read_only_array",
            "The array that was passed in must not be changed. Work on a new one: `x = x / 255`, or `x ="
            " x.copy()` first.",
            "전달받은 배열을 바꾸면 안 됩니다. `x = x / 255`처럼 새 배열을 만들거나 먼저 `x = x.copy()`로"
            " 복사하세요.",
        ),
        "ValueError",
        r"read-only|cannot be set writeable|WRITEABLE",
    ),
    rule(
        hint(
            "array_not_numeric",
            "The arrays hold texts or objects instead of numbers. Look at `x.dtype`, and convert:"
            " `x.astype('float32')`.",
            "배열에 숫자가 아니라 문자열이나 객체가 들어 있습니다. `x.dtype`을 확인하고"
            " `x.astype('float32')`로 바꾸세요.",
        ),
        "TypeError ValueError",
        r"did not contain a loop with signature|could not convert string to float"
        r"|Invalid dtype: (?:object|str)"
        r"|Unsupported object type|dtype <?[UO|]\w{0,9} cannot be converted to float",
    ),
    rule(
        hint(
            "arrays_cannot_be_joined",
            "To join arrays they must agree in the number of axes and in every axis but one. Print each"
            " `.shape`; `x.reshape(1, -1)` or `x[np.newaxis]` adds a missing axis.",
            "배열을 이어 붙이려면 축의 수가 같고, 한 축을 뺀 나머지 크기가 모두 같아야 합니다. 각각의"
            " `.shape`를 출력해 보세요. 빠진 축은 `x.reshape(1, -1)`이나 `x[np.newaxis]`로 더합니다.",
        ),
        "ValueError",
        r"all the input array|must have same number of dimensions|all input arrays must have the same shape",
    ),
)
