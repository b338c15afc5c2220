"""A table as CSV whose cells can be replaced while every other byte stays what it was."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from grader.export.error import ExportError
from grader.language import Text

_DELIMITERS: Final = (",", ";", "\t")
_MARK: Final = "\ufeff"  # the byte order mark that Excel wants
_LEAST_COLUMNS: Final = 2
# What may stand between quotation marks: as RFC 4180 has it, and as PHP does.
_QUOTED: Final = (r'[^"]*(?:""[^"]*)*', r'[^"\\]*(?:(?:\\[\s\S]|"")[^"\\]*)*')

_NOT_UTF8: Final = Text(
    en="The table is not saved as UTF-8. Download it again and hand it over without opening it in a "
    "spreadsheet, or save it there as “CSV UTF-8”.",
    ko="표가 UTF-8로 저장되어 있지 않습니다. 다시 내려받아 스프레드시트로 열지 않은 그대로 주거나, "
    "스프레드시트에서 “CSV UTF-8”로 저장해 주세요.",
)
_NO_TABLE: Final = Text(
    en="This is no table: it has no columns that are separated by commas, semicolons or tabs, or a quotation "
    "mark in it is never closed. Download it again.",
    ko="표가 아닙니다. 쉼표, 세미콜론, 탭으로 나뉜 열이 없거나 닫히지 않은 따옴표가 있습니다. "
    "다시 내려받아 주세요.",
)
_UNEVEN: Final = Text(
    en="Row {row} of the table has {cells} cells where the first row has {columns}: the table is damaged. "
    "Download it again.",
    ko="표의 {row}번째 줄에는 칸이 {cells}개이지만 첫 줄에는 {columns}개입니다. 표가 손상되었습니다. "
    "다시 내려받아 주세요.",
)
_TWO_WAYS: Final = Text(
    en="The table can be read in two ways, because of a backslash before a quotation mark in row {row}. "
    "Delete that text there and try again.",
    ko="표의 {row}번째 줄에 따옴표 앞의 역슬래시가 있어서 표를 두 가지로 읽을 수 있습니다. 그 글을 지우고 "
    "다시 해 주세요.",
)


class TableError(ExportError):
    """A class's table that cannot be read or filled."""


@dataclass(frozen=True)
class Cell:
    """One cell: its value, and where in the text it stands, quotation marks included."""

    value: str
    start: int
    end: int
    quoted: bool


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Sheet:
    """A table as it came: `rows[0]` is its header; each row has at least as many cells as that."""

    text: str
    delimiter: str
    rows: tuple[Row, ...]

    @property
    def header(self) -> tuple[str, ...]:
        """Return the names of the columns, without blanks around them."""
        return tuple(cell.value.strip() for cell in self.rows[0])

    def value(self, row: int, column: int) -> str:
        """Return what the cell says, without blanks around it."""
        return self.rows[row][column].value.strip()

    def replaced(self, values: Mapping[tuple[int, int], str]) -> bytes:
        """Return the file with `values` in the cells (row, column), and every other byte as it came.

        A cell that was quoted stays so; one that was not is quoted where its new value asks for it.
        """
        pieces = []
        done = 0
        for (row, column), value in sorted(values.items()):
            cell = self.rows[row][column]
            pieces += [self.text[done : cell.start], self._written(value, quoted=cell.quoted)]
            done = cell.end
        return "".join([*pieces, self.text[done:]]).encode()

    def _written(self, value: str, *, quoted: bool) -> str:
        special = (self.delimiter, '"', "\r", "\n")
        if quoted or any(sign in value for sign in special):
            doubled = value.replace('"', '""')
            return f'"{doubled}"'
        return value


def read_sheet(content: bytes, *, backslashes: bool = False) -> Sheet:
    r"""Return the table that a CSV file holds: UTF-8, with commas, semicolons or tabs, rows of equal length.

    Lines may end in any of the three ways; an empty one is no row. A row may have empty cells too many, as
    Canvas writes them. With `backslashes`, where `\"` within a quoted cell must mean a quotation mark for the
    rows to be even, it does: PHP writes so.

    Raises:
        TableError: if it is none, or damaged, or two tables by what a backslash means.
    """
    try:
        text = content.decode()
    except UnicodeDecodeError:
        raise TableError(_NOT_UTF8) from None
    readings = [_best(text, quoted) for quoted in _QUOTED[: 1 + backslashes]]
    even = [sheet for sheet in readings if sheet and _uneven_row(sheet) is None]
    if not even:
        raise _damage(readings[0])
    differing = zip(even[0].rows, even[-1].rows, strict=False)
    different = [number for number, (one, other) in enumerate(differing, start=1) if one != other]
    # Whoever wrote the text in that cell could have a row of their own making filled in.
    if different:
        raise TableError(_TWO_WAYS.format(row=different[0]))
    return even[0]


def _best(text: str, quoted: str) -> Sheet | None:
    """Return the table that has even rows and most columns, the first of equals."""
    sheets = [sheet for delimiter in _DELIMITERS if (sheet := _read(text, delimiter, quoted))]
    return max(sheets, key=lambda sheet: (_uneven_row(sheet) is None, len(sheet.rows[0])), default=None)


def _damage(sheet: Sheet | None) -> TableError:
    row = _uneven_row(sheet) if sheet else None
    if sheet is None or row is None:
        return TableError(_NO_TABLE)
    return TableError(_UNEVEN.format(row=row + 1, cells=len(sheet.rows[row]), columns=len(sheet.rows[0])))


def _read(text: str, delimiter: str, quoted: str) -> Sheet | None:
    """Return what `text` says if `delimiter` stands between its cells, None if it cannot."""
    cell = re.compile(rf'(?:"({quoted})"|((?!")[^{delimiter}\r\n]*))({delimiter}|\r\n|\r|\n|\Z)')
    rows: list[Row] = []
    cells: list[Cell] = []
    position = len(_MARK) if text.startswith(_MARK) else 0
    while position < len(text) or cells:
        match = cell.match(text, position)
        if match is None:
            return None
        end = match.start(3)
        if match[1] is None:
            cells.append(Cell(match[2], position, end, quoted=False))
        else:
            cells.append(Cell(match[1].replace('""', '"'), position, end, quoted=True))
        if match[3] != delimiter:
            rows.append(tuple(cells))
            cells = []
        position = match.end()
    rows = [row for row in rows if any(cell.value.strip() for cell in row)]
    return Sheet(text, delimiter, tuple(rows)) if rows and len(rows[0]) >= _LEAST_COLUMNS else None


def _uneven_row(sheet: Sheet) -> int | None:
    columns = len(sheet.rows[0])
    for number, row in enumerate(sheet.rows):
        if len(row) < columns or any(cell.value for cell in row[columns:]):
            return number
    return None
