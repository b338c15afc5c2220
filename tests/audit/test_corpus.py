"""What an answer says of itself, and what is said where it does not."""

from pathlib import Path

import pytest

from grader.audit import corpus
from grader.audit.corpus import Answer, CorpusError, answers, corpus_folder

FLATTEN = "ch07_1/e04_scale_and_flatten"


def written(folder: Path, name: str, text: str = "pass\n") -> Path:
    file = folder / f"{name}.py"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_a_wrong_answer_names_its_check_and_hint_and_a_right_one_nothing(tmp_path: Path) -> None:
    right = written(tmp_path, f"{FLATTEN}/right/plain", "# check: test_a\n# hint: a\n")
    wrong = written(tmp_path, f"{FLATTEN}/wrong/other", "# check: test_a\n# hint: not_a\n\npass\n")
    assert answers(tmp_path) == [
        Answer(FLATTEN, right, right=True),
        Answer(FLATTEN, wrong, right=False, check="test_a", hint="not_a"),
    ]


def test_a_wrong_answer_without_a_hint_is_an_error_that_names_it(tmp_path: Path) -> None:
    written(tmp_path, f"{FLATTEN}/wrong/hintless", "# check: test_a\n")
    with pytest.raises(CorpusError, match=r"hintless\.py: a wrong answer begins with"):
        answers(tmp_path)


@pytest.mark.parametrize("name", ["ch07_1/e99_unknown/right/one", f"{FLATTEN}/left/one"])
def test_an_answer_out_of_place_is_an_error(tmp_path: Path, name: str) -> None:
    written(tmp_path, name)
    with pytest.raises(CorpusError, match=r"an answer is CHAPTER/EXERCISE/right/NAME\.py"):
        answers(tmp_path)


WRONG_UNDER_KERAS_3 = "# check: test_a\n# hint: not_a\n"


@pytest.mark.parametrize(
    ("line", "check", "hint"), [("right", None, None), ("test_b not_b", "test_b", "not_b")]
)
def test_an_answer_says_what_the_older_keras_makes_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, check: str | None, hint: str | None
) -> None:
    file = written(tmp_path, f"{FLATTEN}/wrong/old", f"{WRONG_UNDER_KERAS_3}# tf_keras: {line}\n")
    monkeypatch.setattr(corpus, "is_legacy", lambda: False)
    assert answers(tmp_path) == [Answer(FLATTEN, file, right=False, check="test_a", hint="not_a")]
    monkeypatch.setattr(corpus, "is_legacy", lambda: True)
    assert answers(tmp_path) == [Answer(FLATTEN, file, right=check is None, check=check, hint=hint)]


def test_what_the_older_keras_cannot_run_is_left_out_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, f"{FLATTEN}/right/new", "# tf_keras: not judged\n")
    monkeypatch.setattr(corpus, "is_legacy", lambda: False)
    assert len(answers(tmp_path)) == 1
    monkeypatch.setattr(corpus, "is_legacy", lambda: True)
    assert answers(tmp_path) == []


def test_a_check_of_the_older_keras_without_a_hint_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, f"{FLATTEN}/wrong/old", f"{WRONG_UNDER_KERAS_3}# tf_keras: test_b\n")
    monkeypatch.setattr(corpus, "is_legacy", lambda: True)
    with pytest.raises(CorpusError, match="is followed by 'right', 'not judged', or CHECK HINT"):
        answers(tmp_path)


def test_an_installed_grader_says_that_it_has_no_corpus(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus, "course_root", lambda: tmp_path)
    with pytest.raises(CorpusError, match="an audit needs the repository"):
        corpus_folder()
