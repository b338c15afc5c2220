"""The same program in another layout, or with more around it that changes nothing."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst
import libcst.matchers as m

from grader.audit.rewriting.tree import (
    Rule,
    Statement,
    each_function,
    functions,
    is_public,
    is_text,
    on_tree,
    parameters,
    split_body,
    statements,
    with_body,
)

_MARK = "\ufeff"


def _crlf(source: str) -> str:
    return source.replace("\r\n", "\n").replace("\n", "\r\n")


def _byte_order_mark(source: str) -> str:
    return _MARK + source.removeprefix(_MARK)


def _tabs(module: cst.Module) -> cst.Module:
    return module.with_changes(default_indent="\t")


def _without_docstrings(module: cst.Module) -> cst.Module:
    body: list[cst.CSTNode] = []
    for one in module.body:
        if isinstance(one, cst.FunctionDef):
            _, rest = split_body(one)
            body.append(one.with_changes(body=cst.IndentedBlock(rest)))
        elif not is_text(one):
            body.append(one)
    return module.with_changes(body=body)


def _with_dead_code(function: cst.FunctionDef) -> Sequence[Statement]:
    before = statements("unused = [number**2 for number in range(3)]\nif not unused:\n    return None\n")
    _, body = split_body(function)
    after = statements('# Never reached.\nraise RuntimeError("never reached")\n')
    ends_in_return = m.findall(function, m.Return(value=m.DoNotCare()))
    return [with_body(function, [*before, *body, *(after if ends_in_return else ())])]


def _with_prints(function: cst.FunctionDef) -> Sequence[Statement]:
    _, body = split_body(function)
    names = "".join(f'"{name}", type({name}), ' for name in parameters(function))
    return [with_body(function, [*statements(f'print("called", {names}flush=True)'), *body])]


def _with_demo(module: cst.Module) -> cst.Module:
    calls = "".join(
        f"    print({one.name.value}({', '.join(['None'] * len(parameters(one)))}))\n"
        for one in functions(module)
        if is_public(one)
    )
    demo = statements(f'print("loaded")\nif __name__ == "__main__":\n{calls}')
    return module.with_changes(body=[*module.body, *demo])


RULES = (
    Rule("crlf", "lines that end as on Windows", _crlf),
    Rule("byte_order_mark", "a byte order mark in front, as Notepad writes it", _byte_order_mark),
    Rule("tabs", "tabs for blanks", on_tree(_tabs)),
    Rule("no_docstrings", "no docstrings", on_tree(_without_docstrings)),
    Rule(
        "dead_code", "code that does nothing, and code that is never reached", each_function(_with_dead_code)
    ),
    Rule("prints", "each function prints what it is given", each_function(_with_prints)),
    Rule(
        "demo", 'a demo under `if __name__ == "__main__":`, and a line printed on import', on_tree(_with_demo)
    ),
)
