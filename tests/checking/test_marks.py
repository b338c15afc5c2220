import pytest

from grader.checking.hint import hint
from grader.checking.marks import check, check_of
from grader.language import Text

HINT = hint("some_hint", "a", "가")


def test_a_check_knows_what_the_report_needs() -> None:
    @check(1.5, HINT, after="test_other")
    def test_something() -> None:
        """It
        works.

        잘 됩니다.
        """

    found = check_of(test_something)
    assert found is not None
    assert (found.name, found.points, found.hint, found.after) == (
        "test_something",
        1.5,
        HINT,
        ("test_other",),
    )
    assert found.title == Text(en="It works.", ko="잘 됩니다.")


def test_a_title_in_one_language_is_refused() -> None:
    with pytest.raises(ValueError, match="Korean"):

        @check(1, HINT)
        def test_something() -> None:
            """It works."""


def test_a_plain_function_is_no_check() -> None:
    assert check_of(len) is None
