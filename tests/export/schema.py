"""The schemas of the formats, which stand beside this file with where they are from."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import xmlschema

_FOLDER = Path(__file__).with_name("schemas")


@cache
def _json_schema(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@cache
def _junit_schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(_FOLDER / "junit-10.xsd"))


def valid_json(name: str, content: bytes) -> dict[str, Any]:
    """Return what `content` says, which the schema `name` allows; strict JSON in strict UTF-8."""
    parsed = json.loads(content.decode("utf-8"), parse_constant=_refuse)
    _json_schema(name).validate(parsed)
    result: dict[str, Any] = parsed
    return result


def valid_junit(content: bytes) -> bytes:
    """Return `content`, which the schema of Jenkins's xUnit plugin allows."""
    _junit_schema().validate(content.decode("utf-8").partition("?>")[2].strip())
    return content


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")
