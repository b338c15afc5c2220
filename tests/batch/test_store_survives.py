"""Whenever the batch is ended, and however, its store is whole."""

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from grader.batch.error import StoreError
from grader.batch.store import FILE_NAME, Store, StoredWork
from tests.batch.samples import FLATTEN, KEY, arrays, result, verdict, work

ROOT = Path(__file__).parents[2]
# Writes verdicts until it is ended, and says after each that it stands.
WRITER = """
import sys
from pathlib import Path
from grader.batch.store import Store
from tests.batch.samples import arrays, verdict, work

store = Store.open(Path(sys.argv[1]))
number = int(sys.argv[2])
while True:
    kept = arrays(number)
    store.add(verdict(number, content=str(number)), work=work(kept), arrays=kept)
    print(number, flush=True)
    number += 1
"""


def filled(folder: Path, count: int) -> Store:
    store = Store.open(folder)
    for number in range(count):
        kept = arrays(number)
        store.add(verdict(number, content=str(number)), work=work(kept), arrays=kept)
    return store


def stored_numbers(folder: Path) -> list[int]:
    """Return the numbers of the verdicts that are there, each with all of its arrays and the right ones."""
    connection = sqlite3.connect(folder / FILE_NAME)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    every = connection.execute("SELECT work, content FROM evidence").fetchall()
    verdicts = connection.execute("SELECT count(*) FROM verdicts").fetchone()
    in_force = connection.execute("SELECT count(*) FROM verdicts WHERE in_force").fetchone()
    connection.close()
    assert (verdicts, in_force) == ((len(every),), (1,))
    store = Store.read(folder)
    for stored, content in every:
        kept = msgspec.msgpack.decode(stored, type=StoredWork)
        assert kept == work(arrays(int(content)))
        assert {name: store.array(name) for name in arrays(int(content))} == arrays(int(content))
    numbers = [int(one.score) for one in store.history("김 철수", FLATTEN)]
    store.close()
    return numbers


@pytest.mark.parametrize("milliseconds", [0, 3, 11, 29])
def test_a_writer_that_is_killed_leaves_whole_verdicts_only(milliseconds: int, tmp_path: Path) -> None:
    said = 0
    for first in (1, 1001):  # the second goes on in what the first has left
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), str(first)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert writer.stdout is not None
        assert writer.stdout.readline()
        time.sleep(milliseconds / 1000)
        writer.kill()
        told = [first, *map(int, writer.stdout.read().split())]
        writer.stdout.close()
        assert writer.wait() != 0
        said += len(told)
        numbers = stored_numbers(tmp_path)
        assert set(told) <= set(numbers)  # what was said to stand does
        assert len(numbers) <= said + 1
        said = len(numbers)


def test_a_full_disk_is_one_sentence_and_what_was_there_is_read(tmp_path: Path) -> None:
    store = filled(tmp_path, 5)
    ((pages,),) = store._connection.execute("PRAGMA page_count")
    store._connection.execute(f"PRAGMA max_page_count = {pages + 3}")
    kept = arrays(99, size=100_000)
    with pytest.raises(StoreError, match="full") as full:
        store.add(verdict(99, content="99"), work=work(kept), arrays=kept)
    assert "\n" not in str(full.value)
    assert not any(store.has_array(name) for name in kept)
    assert store.verdicts("김 철수")[FLATTEN].result == result(4)
    store._connection.execute("PRAGMA max_page_count = 1000000")  # somebody has made room
    store.add(verdict(5, content="5"), work=work(arrays(5)), arrays=arrays(5))
    store.close()
    assert stored_numbers(tmp_path) == [0, 1, 2, 3, 4, 5]


def test_what_fails_halfway_is_not_there_at_all(tmp_path: Path) -> None:
    store = filled(tmp_path, 2)
    kept = arrays(7)
    with pytest.raises(StoreError):
        store.add(verdict(7), work=work(kept), arrays={**kept, "not bytes": object()})  # type: ignore[dict-item]
    assert store.verdicts("김 철수")[FLATTEN].result == result(1)
    assert store.work(FLATTEN, KEY) is None
    store.close()
    assert stored_numbers(tmp_path) == [0, 1]


def test_a_power_cut_that_takes_the_end_of_the_log_takes_the_last_verdicts_only(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    store = filled(out, 6)
    log = out / f"{FILE_NAME}-wal"
    content = log.read_bytes()
    for kept_part in (0.9, 0.5, 0.1, 0.0):
        after = tmp_path / f"after {kept_part}"
        after.mkdir()
        (after / FILE_NAME).write_bytes((out / FILE_NAME).read_bytes())
        (after / log.name).write_bytes(content[: int(len(content) * kept_part)])
        Store.open(after).close()
        connection = sqlite3.connect(after / FILE_NAME)
        ((count,),) = connection.execute("SELECT count(*) FROM verdicts")
        connection.close()
        assert 0 <= count < 6
        if count:
            assert stored_numbers(after) == list(range(count))
    store.close()
