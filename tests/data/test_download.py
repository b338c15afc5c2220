from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from grader.data import _download

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.data.conftest import Fill


@pytest.fixture
def pretend(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[..., None]], None]:
    """Return a function that puts another in place of the process that Keras runs in."""

    def put(run: Callable[..., None]) -> None:
        monkeypatch.setattr(_download, "_reachable", lambda: True)
        monkeypatch.setattr(subprocess, "run", run)

    return put


def names_it(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(_download, "identify", lambda _: name)


def test_genuine_files_move_into_the_cache(
    tmp_path: Path,
    fill: Fill,
    pretend: Callable[[Callable[..., None]], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def run(*_: object, env: dict[str, str], timeout: float, **__: object) -> None:
        assert timeout == 7
        fill(Path(env["KERAS_HOME"]) / "datasets" / "fashion-mnist")

    pretend(run)
    names_it(monkeypatch, "fashion-mnist")
    target = tmp_path / "datasets" / "fashion-mnist"
    assert _download.download(target, 7)
    assert len(list(target.iterdir())) == 4
    assert list(target.parent.iterdir()) == [target]


def test_other_files_do_not(
    tmp_path: Path, fill: Fill, pretend: Callable[[Callable[..., None]], None]
) -> None:
    def run(*_: object, env: dict[str, str], **__: object) -> None:
        fill(Path(env["KERAS_HOME"]) / "datasets" / "fashion-mnist")

    pretend(run)
    assert not _download.download(tmp_path / "cache" / "fashion-mnist")
    assert list((tmp_path / "cache" / "fashion-mnist").iterdir()) == []


@pytest.mark.parametrize(
    "error",
    [
        subprocess.TimeoutExpired("keras", 1),
        subprocess.CalledProcessError(1, "keras"),
        OSError("no interpreter"),
    ],
)
def test_a_failure_is_no_more_than_no_data(
    tmp_path: Path, pretend: Callable[[Callable[..., None]], None], error: Exception
) -> None:
    def run(*_: object, **__: object) -> None:
        raise error

    pretend(run)
    assert not _download.download(tmp_path / "cache" / "fashion-mnist")


def test_nothing_arriving_is_no_more_than_no_data(
    tmp_path: Path, pretend: Callable[[Callable[..., None]], None]
) -> None:
    def run(*_: object, **__: object) -> None:
        return

    pretend(run)
    assert not _download.download(tmp_path / "cache" / "fashion-mnist")


def test_offline_no_process_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError

    def never(*_: object, **__: object) -> None:
        pytest.fail("started")

    monkeypatch.setattr("urllib.request.getproxies", dict)
    monkeypatch.setattr("socket.create_connection", refused)
    monkeypatch.setattr(subprocess, "run", never)
    assert not _download.download(tmp_path / "fashion-mnist")
    assert not (tmp_path / "fashion-mnist").exists()


def test_behind_a_proxy_the_host_itself_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("urllib.request.getproxies", lambda: {"https": "http://proxy"})
    assert _download._reachable()
