"""The cache gives back what was put there, or nothing."""

import os
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.evidence.vocabulary import array
from grader.training.cache import Cache
from grader.training.network.recipe import RandomState, TrainedNetwork

DIGESTS = [f"{number:02x}" + "0" * 62 for number in range(4)]


def trained(number: int, size: int = 100) -> TrainedNetwork:
    return TrainedNetwork(
        variables=(array(np.full(size, number, np.float32)),),
        optimizer=(),
        metrics=(),
        history={"loss": array(np.array([0.5, float("nan")]))},
        epochs=(0, 1),
        callbacks=(),
        best_weights={},
        saved=(),
        stopped=False,
        random=RandomState("[]", "[]", None, None, None),
        seconds=1.0,
        data=None,
        validation=None,
    )


def test_what_was_put_is_given_back_to_whoever_asks(tmp_path: Path) -> None:
    Cache(tmp_path).put(DIGESTS[0], trained(7))
    assert Cache(tmp_path).get(DIGESTS[0]) == trained(7)
    assert Cache(tmp_path).get(DIGESTS[1]) is None


@settings(max_examples=60, deadline=None)
@given(position=st.integers(0, 2_000), bit=st.integers(0, 7))
def test_a_damaged_entry_is_noticed_and_dropped(
    tmp_path_factory: pytest.TempPathFactory, position: int, bit: int
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    cache = Cache(folder)
    cache.put(DIGESTS[0], trained(1))
    (entry,) = (path for path in folder.rglob("*") if path.is_file())
    content = bytearray(entry.read_bytes())
    content[position % len(content)] ^= 1 << bit
    entry.write_bytes(content)
    assert cache.get(DIGESTS[0]) is None
    assert not entry.exists()


@pytest.mark.parametrize("kept", [0, 10, 100])
def test_a_cut_entry_is_dropped(tmp_path: Path, kept: int) -> None:
    cache = Cache(tmp_path)
    cache.put(DIGESTS[0], trained(1))
    (entry,) = (path for path in tmp_path.rglob("*") if path.is_file())
    entry.write_bytes(entry.read_bytes()[:kept])
    assert cache.get(DIGESTS[0]) is None
    assert cache.info().entries == 0


def test_an_entry_under_anothers_name_is_none(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(DIGESTS[0], trained(1))
    (entry,) = (path for path in tmp_path.rglob("*") if path.is_file())
    target = entry.parent.parent / DIGESTS[1][:2] / entry.name.replace(DIGESTS[0], DIGESTS[1])
    target.parent.mkdir()
    target.write_bytes(entry.read_bytes())
    assert cache.get(DIGESTS[1]) is None


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    size = len(trained(0).variables[0].value) * 4
    cache = Cache(tmp_path, max_bytes=3 * 1_000 + 3 * size)
    for age, digest in enumerate(DIGESTS[:3]):
        cache.put(digest, trained(age))
        entry = next(tmp_path.rglob(f"{digest}*"))
        os.utime(entry, (age, age))
    assert cache.get(DIGESTS[0]) is not None  # used just now
    Cache(tmp_path, max_bytes=cache.info().bytes).put(DIGESTS[3], trained(3))
    assert cache.get(DIGESTS[1]) is None
    assert [cache.get(DIGESTS[number]) is not None for number in (0, 2, 3)] == [True, True, True]


def test_clearing_tells_what_there_was(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for digest in DIGESTS:
        cache.put(digest, trained(1))
    assert cache.clear().entries == len(DIGESTS)
    assert cache.info() == type(cache.info())(tmp_path, 0, 0)


def test_a_folder_that_can_only_be_read_still_gives_what_it_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path)
    for digest in DIGESTS[:2]:
        cache.put(digest, trained(1))
    next(tmp_path.rglob(f"{DIGESTS[1]}*")).write_bytes(b"damaged")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(FileLock, "acquire", refused)
    monkeypatch.setattr(Path, "unlink", refused)
    monkeypatch.setattr(os, "utime", refused)
    with cache.lock(DIGESTS[0]):
        assert cache.get(DIGESTS[0]) == trained(1)
        assert cache.get(DIGESTS[1]) is None


def test_whoever_fails_while_training_lets_the_others_in(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    with pytest.raises(PermissionError), cache.lock(DIGESTS[0]):
        raise PermissionError(13, "Permission denied")
    with FileLock(tmp_path / "locks" / f"{DIGESTS[0][:2]}.lock", timeout=0):
        pass
