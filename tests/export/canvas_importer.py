"""What Canvas reads from a gradebook: its importer's rules, in Python.

Source: `lib/gradebook_importer.rb` in https://github.com/instructure/canvas-lms (`identify_delimiter`,
`csv_stream`, `decimal_comma_to_period`, `header?`, `process_pp`, `check_for_non_student_row`,
`process_student`, `process_submissions`). Ruby's CSV refuses what Python's refuses with `strict`.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field

NOT_ASSIGNMENTS = re.compile(
    "Current Score|Current Points|Current Grade|Final Score|Final Points|Final Grade|Override"
)


@dataclass
class Imported:
    """The grades by student's ID and assignment's number, and the points possible."""

    grades: dict[str, dict[int, str]] = field(default_factory=dict)
    possible: dict[int, str] = field(default_factory=dict)


def delimiter_of(text: str) -> str:
    counts = {}
    for separator in ";,":
        lines = text.splitlines()[:3]
        lengths = [len(next(csv.reader([line], delimiter=separator), [])) for line in lines]
        counts[separator] = lengths[0] if len(set(lengths)) == 1 else 0
    return ";" if counts[";"] > counts[","] else ","


def with_point(value: str) -> str:
    if not re.fullmatch(r"-?[0-9.,]+%?", value):
        return value
    *groups, last = re.split("[,.]", value)
    return f"{''.join(groups)}.{last}" if groups else last


def canvas_reads(content: bytes) -> Imported:
    text = content.decode()
    lines = (
        line for line in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    )
    rows = [[with_point(value) for value in row] for row in lines if any(value.strip(" ;,") for value in row)]
    header = rows[0]
    names = 2 if header[:2] == ["LastName", "FirstName"] else 1
    assert "Student" in header[0] or names == 2
    assert "ID" in header[names]
    assert "Section" in header
    columns = {
        int(match[1]): column
        for column, title in enumerate(header)
        if column > header.index("Section")
        and not NOT_ASSIGNMENTS.search(title)
        and (match := re.search(r"\((\d+)\)$", title))
    }
    read = Imported()
    for row in rows[1:]:
        if "Points Possible" in row[0]:
            read.possible = {number: row[column] for number, column in columns.items()}
        elif not all(re.fullmatch(r"\s*(Muted|Manual Posting.*)?\s*", value, re.IGNORECASE) for value in row):
            student = row[names] or row[names + 1]
            read.grades[student] = {number: row[column].strip() for number, column in columns.items()}
    return read
