import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.language import Language, Text, preferred_language


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "ko_KR.UTF-8"}, Language.KO),
        ({"LANG": "en_US.UTF-8"}, Language.EN),
        ({"LANG": "de_DE"}, Language.EN),
        ({"LANG": "ko_KR", "LC_ALL": "C"}, Language.EN),
        ({"LANG": "en_US", "LC_MESSAGES": "ko_KR"}, Language.KO),
    ],
)
def test_the_locale_chooses(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: Language
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert preferred_language() is language


def test_the_option_goes_before_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    assert preferred_language("en") is Language.EN


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        preferred_language("fr")


@given(st.text(), st.text())
def test_values_fill_both_languages_and_are_never_templates(value: str, other: str) -> None:
    text = Text(en="{x} and {y}", ko="{y} {x}").format(x=value, y=other)
    assert text == Text(en=f"{value} and {other}", ko=f"{other} {value}")
