"""The same function made in another way: by a helper, a class, a lambda, with more around its body."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from grader.audit.rewriting.tree import (
    Rule,
    Statement,
    code_of,
    each_function,
    functions,
    is_public,
    on_tree,
    parameters,
    split_body,
    statements,
    with_body,
    with_imports,
)


def _inner(function: cst.FunctionDef, name: str) -> cst.FunctionDef:
    """Return the work of `function` as a function called `name`."""
    _, body = split_body(function)
    return function.with_changes(
        name=cst.Name(name), body=cst.IndentedBlock(body), returns=None, leading_lines=()
    )


def _call(function: cst.FunctionDef, name: str) -> str:
    return f"{name}({', '.join(parameters(function))})"


def _by_helper(function: cst.FunctionDef) -> Sequence[Statement]:
    name = f"_do_{function.name.value}"
    return [
        _inner(function, name),
        with_body(function, statements(f"return {_call(function, name)}")),
    ]


def _nested(function: cst.FunctionDef) -> Sequence[Statement]:
    closure = _inner(function, "work").with_changes(params=cst.Parameters())
    return [with_body(function, [closure, *statements("return work()")])]


def _in_class(function: cst.FunctionDef) -> Sequence[Statement]:
    name = function.name.value
    holder = "".join(part.title() for part in name.split("_")) + "Solution"
    method = _inner(function, name).with_changes(
        decorators=[cst.Decorator(cst.Name("staticmethod"))],
    )
    block = cst.IndentedBlock([method])
    return [
        cst.ClassDef(cst.Name(holder), block, leading_lines=function.leading_lines),
        *statements(f"{name} = {holder}.{name}"),
    ]


def _by_lambda(function: cst.FunctionDef) -> Sequence[Statement]:
    name = f"_do_{function.name.value}"
    bare = _without_hints(function.params)
    return [
        _inner(function, name),
        *statements(f"{function.name.value} = lambda {bare}: {_call(function, name)}"),
    ]


def _without_hints(given: cst.Parameters) -> str:
    """Return the parameters with their defaults alone."""
    bare = [
        one.name.value if one.default is None else f"{one.name.value}={code_of(one.default)}"
        for one in given.params
    ]
    return ", ".join(bare)


def _partial(module: cst.Module) -> cst.Module:
    body: list[Statement] = []
    for one in module.body:
        if isinstance(one, cst.FunctionDef) and is_public(one):
            name = f"_do_{one.name.value}"
            body += [_inner(one, name), *statements(f"{one.name.value} = functools.partial({name})")]
        else:
            body.append(one)
    return with_imports(module.with_changes(body=body), "import functools")


_TRACED = """\
def _traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper
"""


def _decorated(module: cst.Module) -> cst.Module:
    decorator = cst.Decorator(cst.Name("_traced"))
    first = functions(module)[0]
    body: list[cst.CSTNode] = []
    for one in module.body:
        if one is first:
            body += statements(_TRACED)
        public = isinstance(one, cst.FunctionDef) and is_public(one)
        body.append(one.with_changes(decorators=[decorator]) if public else one)
    return with_imports(module.with_changes(body=body), "import functools")


def _if_true(function: cst.FunctionDef) -> Sequence[Statement]:
    _, body = split_body(function)
    return [with_body(function, [cst.If(cst.Name("True"), cst.IndentedBlock(body))])]


def _try_finally(function: cst.FunctionDef) -> Sequence[Statement]:
    _, body = split_body(function)
    ending = cst.Finally(cst.IndentedBlock(statements("done = True")))
    return [with_body(function, [cst.Try(cst.IndentedBlock(body), finalbody=ending)])]


def _arrays(function: cst.FunctionDef) -> Sequence[Statement]:
    names = [
        one.name.value
        for one in function.params.params
        if one.annotation and code_of(one.annotation.annotation) == "np.ndarray"
    ]
    _, body = split_body(function)
    copies = [line for name in names for line in statements(f"{name} = np.array({name})")]
    return [with_body(function, [*copies, *body])] if names else [function]


RULES = (
    Rule("helper", "the work done by a helper function", each_function(_by_helper, is_public)),
    Rule("nested", "the work done by a function inside the function", each_function(_nested, is_public)),
    Rule("class", "a static method, under a name of the module", each_function(_in_class, is_public)),
    Rule("lambda", "a lambda that calls a helper", each_function(_by_lambda, is_public)),
    Rule("partial", "a functools.partial of a helper", on_tree(_partial)),
    Rule("decorated", "a decorator around each function", on_tree(_decorated)),
    Rule("if_true", "the body within `if True:`", each_function(_if_true)),
    Rule("try_finally", "the body within `try:` and `finally:`", each_function(_try_finally)),
    Rule("copies", "each array copied before anything else", each_function(_arrays)),
)
