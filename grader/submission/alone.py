"""Whether a student's file stands alone: what it does then depends on nothing else that was handed in.

Told from its text, on the safe side: a file that might look around does not stand alone.
"""

from __future__ import annotations

import ast

from grader.parsing import UnreadableSourceError, parse

# None of these reads a file of the student's, as long as the names below are not mentioned.
_LIBRARIES = frozenset(
    {
        *(
            "__future__",
            "abc",
            "collections",
            "copy",
            "dataclasses",
            "enum",
            "functools",
            "itertools",
            "math",
        ),
        *("operator", "random", "statistics", "string", "time", "typing", "warnings"),
        *("keras", "matplotlib", "numpy", "scipy", "sklearn", "tensorflow"),
    }
)
_LOOKS_AROUND = frozenset(
    {
        *("compile", "eval", "exec", "getattr", "globals", "input", "locals", "open", "setattr", "vars"),
        *(
            "ctypeslib",
            "distutils",
            "f2py",
            "gfile",
            "importlib",
            "inspect",
            "modules",
            "os",
            "pathlib",
            "sys",
        ),
    }
)
# Of the two that a beginner writes, the first is the same for everybody.
_DUNDERS = frozenset({"__name__", "__init__", "__call__"})


def stands_alone(source: bytes) -> bool:
    """Return whether `source` imports libraries only, and mentions nothing by which it could look around.

    What cannot be read as Python does nothing at all, and so stands alone.
    """
    try:
        tree = parse(source)
    except UnreadableSourceError:
        return True
    plain = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call) and _gets_plainly(node)}
    return all(id(node) in plain or _is_harmless(node) for node in ast.walk(tree))


def _gets_plainly(call: ast.Call) -> bool:
    """Return whether `call` is a `getattr` of a name that is written there and harmless."""
    name = call.args[1] if len(call.args) > 1 else None
    return (
        isinstance(call.func, ast.Name)
        and call.func.id == "getattr"
        and isinstance(name, ast.Constant)
        and isinstance(name.value, str)
        and _is_harmless(ast.Attribute(ast.Name("x"), name.value))
    )


def _is_harmless(node: ast.AST) -> bool:
    if isinstance(node, ast.Import):
        return all(alias.name.split(".")[0] in _LIBRARIES for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        from_library = node.level == 0 and str(node.module).split(".")[0] in _LIBRARIES
        return from_library and not any(alias.name in _LOOKS_AROUND for alias in node.names)
    if isinstance(node, ast.Name):
        return _is_harmless_name(node.id) and node.id not in _LOOKS_AROUND
    if isinstance(node, ast.Attribute):
        # `model.compile` is what everybody writes.
        return _is_harmless_name(node.attr) and node.attr not in _LOOKS_AROUND - {"compile"}
    return True


def _is_harmless_name(name: str) -> bool:
    return not name.startswith("__") or name in _DUNDERS
