"""The same steps in another order of words: temporaries, loops, early returns."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from grader.audit.rewriting.tree import (
    Rule,
    Statement,
    assignment,
    each_function,
    expression,
    returned,
    statements,
    with_visitor,
)


class _Temporaries(cst.CSTTransformer):
    """Gives the result of each call that is an argument a name of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0

    def visit_Lambda(self, node: cst.Lambda) -> bool:  # noqa: ARG002, N802 - libcst's
        return False

    def leave_SimpleStatementLine(  # noqa: N802
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.SimpleStatementLine | cst.FlattenSentinel[cst.BaseStatement]:
        statement = updated_node.body[0]
        value = getattr(statement, "value", None)
        if not isinstance(statement, (cst.Return, cst.Assign, cst.AnnAssign, cst.Expr)) or value is None:
            return original_node
        before: list[cst.BaseStatement] = []
        outer = self._with_names(value, before)
        return cst.FlattenSentinel(
            [*before, updated_node.with_changes(body=[statement.with_changes(value=outer)])]
        )

    def _named(self, node: cst.BaseExpression, before: list[cst.BaseStatement]) -> cst.BaseExpression:
        inner = self._with_names(node, before)
        if not isinstance(inner, cst.Call):
            return inner
        self._count += 1
        before.append(assignment(f"step_{self._count}", inner))
        return cst.Name(f"step_{self._count}")

    def _with_names(self, node: cst.BaseExpression, before: list[cst.BaseStatement]) -> cst.BaseExpression:
        """Return `node` with names for the calls inside it, in the order in which they are made."""
        if isinstance(node, cst.Call):
            function = node.func
            if isinstance(function, cst.Attribute):
                function = function.with_changes(value=self._named(function.value, before))
            args = [one.with_changes(value=self._named(one.value, before)) for one in node.args]
            return node.with_changes(func=function, args=args)
        if isinstance(node, (cst.List, cst.Tuple)):
            elements = [one.with_changes(value=self._named(one.value, before)) for one in node.elements]
            return node.with_changes(elements=elements)
        return node


class _TemporaryReturns(cst.CSTTransformer):
    """Gives what is returned a name first."""

    def leave_SimpleStatementLine(  # noqa: N802
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.SimpleStatementLine | cst.FlattenSentinel[cst.BaseStatement]:
        statement = updated_node.body[0]
        if not isinstance(statement, cst.Return) or isinstance(statement.value, (cst.Name, type(None))):
            return original_node
        named = assignment("result", statement.value).with_changes(leading_lines=updated_node.leading_lines)
        return cst.FlattenSentinel([named, returned(cst.Name("result"))])


class _Walrus(cst.CSTTransformer):
    """Assigns by an expression inside functions."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:  # noqa: ARG002, N802
        self._depth += 1

    def leave_FunctionDef(  # noqa: N802
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> cst.FunctionDef:
        del original_node
        self._depth -= 1
        return updated_node

    def leave_Assign(self, original_node: cst.Assign, updated_node: cst.Assign) -> cst.Assign | cst.Expr:  # noqa: N802
        target = updated_node.targets[0].target
        if not self._depth or len(updated_node.targets) > 1 or not isinstance(target, cst.Name):
            return original_node
        parentheses = {"lpar": [cst.LeftParen()], "rpar": [cst.RightParen()]}
        return cst.Expr(cst.NamedExpr(target, updated_node.value, **parentheses))  # type: ignore[arg-type]


class _WhileForLoops(cst.CSTTransformer):
    """Goes through an iterator by hand."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0

    def leave_For(  # noqa: N802
        self, original_node: cst.For, updated_node: cst.For
    ) -> cst.For | cst.FlattenSentinel[cst.BaseStatement]:
        if updated_node.orelse is not None or not isinstance(updated_node.body, cst.IndentedBlock):
            return original_node
        self._count += 1
        items = f"items_{self._count}"
        step = statements(f"try:\n    item = next({items})\nexcept StopIteration:\n    break\n")
        unpacked = cst.SimpleStatementLine(
            [cst.Assign([cst.AssignTarget(updated_node.target)], cst.Name("item"))]
        )
        body = cst.IndentedBlock([*step, unpacked, *updated_node.body.body])
        source = expression("iter()").with_changes(args=[cst.Arg(updated_node.iter)])
        return cst.FlattenSentinel([assignment(items, source), cst.While(cst.Name("True"), body)])


class _ComprehensionsForLoops(cst.CSTTransformer):
    """Makes a function of a loop's body, and calls it for each item in a comprehension."""

    def leave_For(  # noqa: N802
        self, original_node: cst.For, updated_node: cst.For
    ) -> cst.For | cst.FlattenSentinel[cst.BaseStatement]:
        if updated_node.orelse is not None or not isinstance(updated_node.body, cst.IndentedBlock):
            return original_node
        unpacked = cst.SimpleStatementLine(
            [cst.Assign([cst.AssignTarget(updated_node.target)], cst.Name("item"))]
        )
        step = cst.FunctionDef(
            cst.Name("each"),
            cst.Parameters([cst.Param(cst.Name("item"))]),
            cst.IndentedBlock([unpacked, *updated_node.body.body]),
        )
        clause = cst.CompFor(cst.Name("item"), updated_node.iter)
        calls = cst.ListComp(expression("each(item)"), clause)
        return cst.FlattenSentinel([step, cst.SimpleStatementLine([cst.Expr(calls)])])


class _LoopsForComprehensions(cst.CSTTransformer):
    """Collects in a loop what a comprehension returned."""

    def leave_SimpleStatementLine(  # noqa: N802
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.SimpleStatementLine | cst.FlattenSentinel[cst.BaseStatement]:
        statement = updated_node.body[0]
        if not isinstance(statement, cst.Return) or not isinstance(statement.value, cst.ListComp):
            return original_node
        clause = statement.value.for_in
        append = expression("collected.append()").with_changes(args=[cst.Arg(statement.value.elt)])
        body = cst.IndentedBlock([cst.SimpleStatementLine([cst.Expr(append)])])
        return cst.FlattenSentinel(
            [
                assignment("collected", cst.List([])),
                cst.For(clause.target, clause.iter, body),
                returned(cst.Name("collected")),
            ]
        )


def _else_for_early_returns(function: cst.FunctionDef) -> Sequence[Statement]:
    block = function.body
    if isinstance(block, cst.IndentedBlock):
        return [function.with_changes(body=block.with_changes(body=_with_else(list(block.body))))]
    return [function]


def _with_else(body: list[Statement]) -> list[Statement]:
    for place, one in enumerate(body[:-1]):
        if isinstance(one, cst.If) and one.orelse is None and _leaves(one.body):
            rest = cst.Else(cst.IndentedBlock(_with_else(body[place + 1 :])))
            return [*body[:place], one.with_changes(orelse=rest)]
    return body


def _leaves(suite: cst.BaseSuite) -> bool:
    last = suite.body[-1]
    return isinstance(last, cst.SimpleStatementLine) and isinstance(last.body[-1], (cst.Return, cst.Raise))


RULES = (
    Rule("temporaries", "a name for the result of every call inside another", with_visitor(_Temporaries)),
    Rule("temporary_return", "a name for what is returned", with_visitor(_TemporaryReturns)),
    Rule("walrus", "assignments as expressions", with_visitor(_Walrus)),
    Rule("while_for_loop", "`while` and `next` for a `for` loop", with_visitor(_WhileForLoops)),
    Rule("comprehension_for_loop", "a comprehension for a `for` loop", with_visitor(_ComprehensionsForLoops)),
    Rule("loop_for_comprehension", "a loop for a comprehension", with_visitor(_LoopsForComprehensions)),
    Rule("else", "`else:` where one branch returns early", each_function(_else_for_early_returns)),
)
