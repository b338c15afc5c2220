"""A report as JSON, there and back."""

from __future__ import annotations

import msgspec

from grader.report._error import ReportError
from grader.report.model import SCHEMA, Report


class _Header(msgspec.Struct):
    schema: str


def to_json(report: Report) -> bytes:
    r"""Return `report` as indented UTF-8 JSON: fields in the order of the types, nulls included.

    A lone surrogate, which UTF-8 cannot say, is written as its escape (`\udc80`).
    """
    try:
        packed = msgspec.json.encode(report)
    except UnicodeEncodeError:
        packed = msgspec.json.encode(_without_surrogates(msgspec.to_builtins(report)))
    return msgspec.json.format(packed, indent=2) + b"\n"


def from_json(data: bytes) -> Report:
    """Return the report that `data` says.

    Raises:
        ReportError: if `data` is not JSON, is of another schema, or lacks or mistypes a field.
    """
    try:
        header = msgspec.json.decode(data, type=_Header)
        if header.schema == SCHEMA:
            return msgspec.json.decode(data, type=Report)
    except msgspec.ValidationError as error:
        raise ReportError(f"This is not a {SCHEMA} report: {error}.") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ReportError(f"This report is not readable as JSON: {error}.") from error
    except RecursionError as error:
        raise ReportError("This report is not readable as JSON: it is nested too deep.") from error
    raise ReportError(f"This report is of the schema {header.schema[:80]!r}; this grader reads {SCHEMA!r}.")


def _without_surrogates(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, dict):
        return {key: _without_surrogates(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_without_surrogates(item) for item in value]
    return value
