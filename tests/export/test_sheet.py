"""A table keeps every byte but those of the cells that are replaced."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.export.sheet import TableError, read_sheet

cells = st.text(max_size=12) | st.text(st.sampled_from("=+-@,;\t\"'\r\n \\가1.\u202e\x00"), max_size=8)


@st.composite
def tables(draw: st.DrawFn) -> tuple[bytes, list[list[str]]]:
    """Any table of at least two columns in any dialect, and what its cells say."""
    width = draw(st.integers(2, 5))
    # The first row is what tells the dialect: titles without the signs that separate.
    header = [f"{draw(st.sampled_from(['Student', '이름', 'Grade (1)']))}{column}" for column in range(width)]
    row = st.lists(cells, min_size=width, max_size=width)
    rows = [header, *draw(st.lists(row.filter(lambda row: any(cell.strip() for cell in row)), max_size=4))]
    # Python's csv before 3.13 quotes only the line end that it writes itself.
    broken = any(sign in cell for row in rows for cell in row for sign in "\r\n")
    minimal = csv.QUOTE_ALL if broken else csv.QUOTE_MINIMAL
    out = io.StringIO(newline="")
    csv.writer(
        out,
        delimiter=draw(st.sampled_from([",", ";", "\t"])),
        lineterminator=draw(st.sampled_from(["\n", "\r\n", "\r"])),
        quoting=draw(st.sampled_from([csv.QUOTE_ALL, minimal])),
    ).writerows(rows)
    text = draw(st.sampled_from(["", "\ufeff"])) + out.getvalue()
    return (text if draw(st.booleans()) else text.rstrip("\r\n")).encode(), rows


def values_of(content: bytes) -> list[list[str]]:
    return [[cell.value for cell in row] for row in read_sheet(content).rows]


@given(tables())
def test_what_is_read_is_what_was_written(table: tuple[bytes, list[list[str]]]) -> None:
    content, rows = table
    assert values_of(content) == rows
    assert read_sheet(content).replaced({}) == content


@given(tables(), st.data())
def test_replacing_cells_changes_nothing_else(
    table: tuple[bytes, list[list[str]]], data: st.DataObject
) -> None:
    sheet = read_sheet(table[0])
    places = [(row, column) for row in range(1, len(sheet.rows)) for column in range(len(sheet.header))]
    chosen = data.draw(st.lists(st.sampled_from(places), unique=True)) if places else []
    values = {place: data.draw(cells.filter(lambda text: text.strip())) for place in chosen}
    expected = [[cell.value for cell in row] for row in sheet.rows]
    for (row, column), value in values.items():
        expected[row][column] = value
    filled = sheet.replaced(values)
    assert values_of(filled) == expected
    again = read_sheet(filled)
    emptied = dict.fromkeys(values, "")
    assert again.replaced(emptied).replace(b'""', b"") == sheet.replaced(emptied).replace(b'""', b"")


def test_only_the_bytes_of_the_cell_change() -> None:
    content = '\ufeffA;B;C\r\n"x"; "y" ;"z; ""w"""\r\n\r\n1,5;;3\r\n'.encode()
    filled = read_sheet(content).replaced({(2, 1): "41,50"})
    assert filled == content.replace(b"1,5;;3", b"1,5;41,50;3")


def test_a_new_value_is_quoted_where_it_must_be_or_was() -> None:
    sheet = read_sheet(b'a,b,c\n"1",2,3\n')
    assert sheet.replaced({(1, 0): "4", (1, 1): "4,5", (1, 2): 'say "6"'}) == (
        b'a,b,c\n"4","4,5","say ""6"""\n'
    )


def test_a_row_may_have_empty_cells_too_many() -> None:
    assert read_sheet(b"a,b\n1,2,,\n").header == ("a", "b")


def test_what_php_writes_for_a_quotation_mark_is_read_where_the_rows_ask_for_it() -> None:
    content = rb'"a","b"' + b"\n" + rb'"print(\"x\", \"y\")","2"' + b"\n"
    with pytest.raises(TableError):
        read_sheet(content)
    sheet = read_sheet(content, backslashes=True)
    assert sheet.value(1, 1) == "2"
    assert sheet.replaced({(1, 1): "3"}) == content.replace(b'"2"', b'"3"')


def test_a_table_that_a_backslash_makes_two_of_is_refused() -> None:
    # The last cell of row 2 goes on to the end of the next line; to PHP that line is a row of its own.
    content = b'"id","text"\n"1","\\""\n,\\"\n"2","y"\n'
    assert len(read_sheet(content).rows) == 3
    with pytest.raises(TableError, match=r"read in two ways, .* in row 2"):
        read_sheet(content, backslashes=True)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("이름,점수\n김,1\n".encode("cp949"), "UTF-8"),
        ("이름,점수\n김,1\n".encode("utf-16"), "UTF-8"),
        (b"", "no table"),
        (b"\n\n", "no table"),
        (b"one column\n1\n", "no table"),
        (b'a,b\n"1,2\n', "no table"),
        (b'a,b\n"1"x,2\n', "no table"),
        (b"a,b,c\n1,2\n", "Row 2 of the table has 2 cells where the first row has 3"),
        (b"a,b\n1,2,3\n", "Row 2 of the table has 3 cells where the first row has 2"),
    ],
)
def test_a_damaged_table_is_refused_with_a_reason(content: bytes, said: str) -> None:
    with pytest.raises(TableError, match=said) as raised:
        read_sheet(content)
    assert raised.value.text.ko != raised.value.text.en


def test_a_file_that_is_no_text_is_refused_quickly() -> None:
    with pytest.raises(TableError):
        read_sheet(b'a,b\n"' + b'""' * 500_000 + b"x")
