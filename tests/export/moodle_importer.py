"""What Moodle reads from a grading worksheet: its importer's rules, in Python.

Sources: `mod/assign/feedback/offline/importgradeslib.php` and `locallib.php` (columns by their headers in the
site's language, the number behind the word for a participant, what is passed over), `lib/csvlib.class.php`
(PHP's `fgetcsv`, rows of equal length) and `unformat_float`, in https://github.com/moodle/moodle.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Site:
    """A site's language: its words, and its decimal sign."""

    participant: str
    identifier: str
    grade: str
    modified: str
    comments: str
    decimal: str
    separator: str = ","


@dataclass(frozen=True)
class Imported:
    """What is taken from one row. `grade` is None where Moodle passes over it."""

    grade: float | None
    comment: str | None


def php_fields(text: str, separator: str) -> Iterator[list[str]]:
    r"""Yield rows as `fgetcsv` reads them: `""` is a quotation mark, and `\"` ends no cell."""
    row: list[str] = []
    cell: list[str] = []
    quoted = False
    position = 0
    while position < len(text):
        char = text[position]
        if quoted:
            if char == "\\" and text[position + 1 : position + 2]:
                cell.append(char + text[position + 1])
                position += 1
            elif char == '"' and text[position + 1 : position + 2] == '"':
                cell.append('"')
                position += 1
            elif char == '"':
                quoted = False
            else:
                cell.append(char)
        elif char == '"' and not "".join(cell).strip():
            quoted, cell = True, []
        elif char in {separator, "\n"}:
            row.append("".join(cell))
            cell = []
            if char == "\n":
                yield row
                row = []
        else:
            cell.append(char)
        position += 1
    assert not quoted, "a cell is never closed"
    if row or cell:
        yield [*row, "".join(cell)]


def moodle_reads(content: bytes, site: Site, maximum: float) -> dict[int, Imported]:
    """Return what is taken of each participant's row."""
    text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    header, *rows = (row for row in php_fields(text, site.separator) if row != [""])
    assert {len(row) for row in rows} <= {len(header)}, "csvweirdcolumns"
    identifier, grade = header.index(site.identifier), header.index(site.grade)
    assert site.modified in header
    comment = header.index(site.comments) if site.comments in header else None
    return {
        int(row[identifier][len(site.participant) :]): Imported(
            grade_of(row[grade], site, maximum), None if comment is None else row[comment]
        )
        for row in rows
    }


def grade_of(said: str, site: Site, maximum: float) -> float | None:
    plain = said.replace(" ", "").replace(site.decimal, ".")
    return float(plain) if plain and 0 <= float(plain) <= maximum else None
