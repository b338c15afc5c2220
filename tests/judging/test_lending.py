"""A large argument is written once and read by whoever is given it, and nobody notices."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from grader.evidence.codec import ProtocolError
from grader.evidence.vocabulary import Array, Sequence
from grader.judging import lending
from grader.judging.lending import LendingFolder
from grader.sandbox import Isolation, Limits, Room, Session, open_launcher
from grader.sandbox.messages import Call, Lent, Load, Outcome
from grader.sandbox.worker import Worker
from grader.training.digests import data_digest

SOURCE = """
def given(x):
    return [x]

def spoil(x):
    x[0] = 7
    return 1

def keep(x):
    return 1
"""


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    (tmp_path / "f.py").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "lent").mkdir()
    launcher = open_launcher(
        Isolation.NONE, keras_home=tmp_path / "keras", libraries=(), scratch=tmp_path / "scratch"
    )
    opened = launcher.open(Room(tmp_path, limits=Limits()), "student")
    opened.request(Load(str(tmp_path / "f.py"), lent=str(tmp_path / "lent")), 10.0)
    yield opened
    opened.close()
    launcher.close()


def call(session: Session, function: str, lent: Lent) -> Outcome:
    reply = session.request(Call(function, (lent,), 1), 10.0)
    assert isinstance(reply, Outcome)
    return reply


@settings(max_examples=40, deadline=None)
@given(
    values=npst.arrays(
        st.sampled_from([np.dtype(name) for name in ("f8", "f4", "u1", "i8", ">i4", "?")]),
        npst.array_shapes(max_dims=3),
    ),
    order=st.sampled_from(["C", "F"]),
)
def test_what_arrives_is_what_was_lent(
    tmp_path_factory: pytest.TempPathFactory, values: np.ndarray[Any, Any], order: Literal["C", "F"]
) -> None:
    folder = tmp_path_factory.mktemp("lent")
    asked = np.array(values, order=order)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lending, "LEAST_BYTES", 1)
        lent = LendingFolder(folder).lend(asked)
    assert lent is not None
    worker = Worker("p")
    worker._lent = str(folder)
    found = worker._live(lent)
    assert found.flags.writeable
    assert found.dtype == asked.dtype.newbyteorder("=")
    np.testing.assert_array_equal(found, asked)
    assert found.shape == asked.shape


def test_each_array_is_written_once_for_all_users(tmp_path: Path) -> None:
    folder = LendingFolder(tmp_path / "lent")
    large = np.zeros((2**10, 2**10), np.uint8)
    first, again, flat = folder.lend(large), folder.lend(large.copy()), folder.lend(large.reshape(-1))
    assert first == again
    assert flat is not None
    assert first is not None
    assert flat.data.digest == first.data.digest
    (file,) = folder.folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o444


def test_what_was_lent_longest_ago_makes_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lending, "MOST_BYTES", 3 * 2**20)
    monkeypatch.setattr(lending, "_BEING_READ", 2)
    folder = LendingFolder(tmp_path)
    arrays = [np.full(2**20, number, np.uint8) for number in range(5)]
    lent = [one.data.digest for array in arrays[:3] if (one := folder.lend(array)) is not None]
    folder.lend(arrays[0])  # again: now the second is the oldest
    folder.lend(arrays[3])
    assert {file.name for file in tmp_path.iterdir()} == {lent[0], lent[2], data_digest(arrays[3]).digest}
    assert folder.lend(arrays[1]) is not None  # what is gone is written again
    assert (tmp_path / lent[1]).exists()


def test_what_is_small_is_sent(tmp_path: Path) -> None:
    assert LendingFolder(tmp_path).lend(np.zeros(10)) is None
    assert LendingFolder(tmp_path).lend(np.array(["a" * 2**20])) is None


def test_a_change_to_what_was_lent_is_noticed_and_stays_the_borrowers_own(
    session: Session, tmp_path: Path
) -> None:
    lent = LendingFolder(tmp_path / "lent").lend(np.zeros(2**20))
    assert lent is not None
    assert call(session, "spoil", lent).mutated == (0,)
    again = call(session, "given", lent)
    assert again.mutated == ()
    assert isinstance(again.value, Sequence)
    values = again.value.items[0]
    assert isinstance(values, Array)
    assert values.dtype == "float64"
    assert not values.value.any()


def test_what_somebody_has_changed_on_the_way_is_not_taken(session: Session, tmp_path: Path) -> None:
    lent = LendingFolder(tmp_path / "lent").lend(np.zeros(2**20))
    assert lent is not None
    file = tmp_path / "lent" / lent.data.digest
    os.chmod(file, 0o644)  # noqa: PTH101
    file.write_bytes(b"\1" * file.stat().st_size)
    with pytest.raises(ProtocolError, match="is not what was lent"):
        call(session, "keep", lent)
