"""What `grader cache` says, and what it leaves."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from grader.commands.cache import run_clear, run_info
from grader.commands.cache_folder import CacheFolderError, usable
from grader.language import Language
from grader.training.cache import Cache
from tests.training.test_cache import DIGESTS, trained


def said(run: object, folder: Path | None, language: Language = Language.EN) -> tuple[int, str]:
    assert callable(run)
    stream = io.StringIO()
    return run(folder, language, Console(file=stream, width=60)), stream.getvalue()


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    for digest in DIGESTS:
        Cache(tmp_path / "cache").put(digest, trained(1, size=10_000))
    return tmp_path / "cache"


def test_info_says_where_how_many_and_how_large(filled: Path) -> None:
    size = f"{sum(file.stat().st_size for file in filled.rglob('*.training1')) / 1000:.1f} kB"
    assert said(run_info, filled) == (0, f"{filled}: results of trainings: 4, together {size}\n")


def test_clear_says_what_it_removed_and_leaves_nothing(filled: Path) -> None:
    status, words = said(run_clear, filled)
    assert status == 0
    assert f"Removed from {filled}: results of trainings: 4" in words
    assert Cache(filled).info().entries == 0
    assert "훈련 결과 0개" in said(run_clear, filled, Language.KO)[1]


def test_a_folder_that_is_not_there_holds_nothing_and_is_not_made(tmp_path: Path) -> None:
    for run in (run_info, run_clear):
        status, words = said(run, tmp_path / "none")
        assert status == 0
        assert "trainings: 0" in words
    assert not (tmp_path / "none").exists()


def test_unless_told_otherwise_it_is_the_folder_of_the_environment(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRADER_CACHE_DIR", str(filled))
    assert said(run_info, None) == said(run_info, filled)


def test_what_cannot_be_removed_is_told(
    filled: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refused)
    assert said(run_clear, filled) == (3, "")
    assert "could not be removed" in capsys.readouterr().err


def test_a_folder_that_is_named_is_made(tmp_path: Path) -> None:
    assert usable(tmp_path / "a" / "b") == (tmp_path / "a" / "b").resolve()
    assert not list((tmp_path / "a" / "b").iterdir())
    assert usable(None) is None


def test_a_folder_that_cannot_be_made_is_told_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(CacheFolderError) as caught:
        usable(tmp_path / "file")
    assert str(tmp_path / "file") in caught.value.text.en
    assert "저장할 수 없습니다" in caught.value.text.ko
