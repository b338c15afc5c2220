"""What is put into the store comes out of it again, and a file that is no store of ours stays as it is."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from grader.batch.error import StoreError
from grader.batch.store import FILE_NAME, Store, StoredWork
from grader.evidence.vocabulary import Blob, array
from grader.language import Text
from grader.sandbox.messages import Outcome
from tests.batch.samples import ENVIRONMENT, FLATTEN, KEY, arrays, result, verdict, work


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path)
    yield opened
    opened.close()


def test_a_verdict_and_its_evidence_are_read_as_they_were_written(store: Store, tmp_path: Path) -> None:
    kept = arrays(1)
    store.add(verdict(7), work=work(kept), arrays=kept)
    reader = Store.read(tmp_path)
    assert reader.verdicts("김 철수") == {FLATTEN: verdict(7)}
    assert reader.work(FLATTEN, KEY) == work(kept)
    assert {name: reader.array(name) for name in kept} == kept
    assert all(reader.has_array(name) for name in kept)
    assert not reader.has_array("another")
    with pytest.raises(KeyError):
        reader.array("another")
    reader.close()


def test_what_is_not_there_is_none(store: Store) -> None:
    assert store.verdicts("nobody") == {}
    assert store.work(FLATTEN, KEY) is None
    assert store.find(FLATTEN, KEY) is None
    assert store.history("nobody", FLATTEN) == []
    assert store.answer(FLATTEN, "basis", "request") is None
    with pytest.raises(StoreError, match="nothing has been graded"):
        store.latest_environment()


def test_evidence_that_was_too_much_is_told_from_none(store: Store) -> None:
    store.add(verdict(), work=StoredWork(b"x = 1\n", None))
    assert store.work(FLATTEN, KEY) == StoredWork(b"x = 1\n", None)


def test_a_newer_verdict_takes_the_place_of_the_earlier_one_which_is_kept(store: Store) -> None:
    for number in (1, 2, 3):
        store.add(verdict(number, content=f"content {number}"))
    store.add(verdict(9, submission="lee"))
    assert store.verdicts("김 철수")[FLATTEN].result == result(3)
    assert [one.score for one in store.history("김 철수", FLATTEN)] == [1, 2, 3]


def test_a_verdict_given_again_by_other_checks_is_the_last_of_the_history(store: Store) -> None:
    store.add(verdict(1))
    store.add(verdict(2, checks="others"))
    store.add(verdict(1))
    assert [one.score for one in store.history("김 철수", FLATTEN)] == [1, 2, 1]


def test_the_same_work_of_somebody_else_is_found_and_other_work_is_not(store: Store) -> None:
    store.add(verdict(5, submission="kim"))
    found = store.find(FLATTEN, KEY)
    assert found is not None
    assert (found.submission, found.result.score) == ("kim", 5)
    for part in ("content", "checks", "answer_key", "environment"):
        assert store.find(FLATTEN, replace(KEY, **{part: "other"})) is None, part
    assert store.find("ch07_1/e05_standardize", KEY) is None


def test_submissions_are_those_of_the_last_look(store: Store) -> None:
    why = Text(en="A link.", ko="링크입니다.")
    store.note_submissions({"b 나": None, "a": why, "gone": None})
    store.note_submissions({"b 나": None, "a": why})
    assert store.submissions() == {"a": why, "b 나": None}
    store.refuse("b 나", why)
    assert store.submissions()["b 나"] == why
    store.note_submissions({"b 나": None})
    assert store.submissions() == {"b 나": None}


def test_what_the_reference_answered_is_read_with_its_arrays(store: Store) -> None:
    answered = Outcome(value=array(np.arange(6).reshape(2, 3)), seconds=0.5)
    store.add(verdict(), answers={"request": answered}, basis="basis")
    assert store.answer(FLATTEN, "basis", "request") == answered
    assert store.answer(FLATTEN, "another basis", "request") is None
    assert store.answer("ch07_1/e05_standardize", "basis", "request") is None


def test_an_array_of_many_is_stored_once(store: Store, tmp_path: Path) -> None:
    kept = arrays(1, count=1)
    for name in ("kim", "lee", "park"):
        store.add(verdict(submission=name, content=name), work=work(kept), arrays=kept)
    same = Outcome(value=array(np.frombuffer(next(iter(kept.values())), dtype=np.uint8)))
    store.add(verdict(submission="choi"), answers={"request": same}, basis="basis")
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        ((count,),) = connection.execute("SELECT count(*) FROM arrays")
    connection.close()
    assert count == 1


def test_the_environment_of_the_last_verdict_is_known(store: Store) -> None:
    store.note_environment("environment", ENVIRONMENT)
    store.note_environment("environment", ENVIRONMENT)
    store.add(verdict())
    assert store.latest_environment() == ENVIRONMENT


def test_a_store_is_opened_again_as_it_was_left(tmp_path: Path) -> None:
    for number in (1, 2):
        opened = Store.open(tmp_path)
        opened.add(verdict(number, submission=f"{number}"))
        opened.close()
    opened = Store.open(tmp_path)
    assert [opened.verdicts(name)[FLATTEN].result.score for name in ("1", "2")] == [1, 2]
    opened.close()


def test_a_reader_sees_what_is_written_meanwhile_and_writes_nothing(store: Store, tmp_path: Path) -> None:
    reader = Store.read(tmp_path)
    store.add(verdict(1))
    assert reader.verdicts("김 철수")[FLATTEN].result == result(1)
    with pytest.raises(StoreError):
        reader.add(verdict(2))
    reader.close()


def test_nothing_is_read_where_nothing_was_graded(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nothing has been graded"):
        Store.read(tmp_path)
    assert list(tmp_path.iterdir()) == []


def made_by_another_program(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.commit()
    connection.close()


def of_a_later_format(path: Path) -> None:
    Store.open(path.parent).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def damaged(path: Path) -> None:
    opened = Store.open(path.parent)
    for number in range(30):
        opened.add(verdict(number, submission=f"{number}"))
    opened.close()
    content = bytearray(path.read_bytes())
    content[100:2000] = bytes(1900)
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (made_by_another_program, "another program"),
        (of_a_later_format, "format 99"),
        (damaged, "cannot be used"),
        (lambda path: path.write_text("가나다 no database\n" * 100), "cannot be used"),
        (Path.mkdir, "cannot be used"),
    ],
    ids=["another program's", "a later format", "damaged", "no database", "a folder"],
)
def test_a_file_that_is_no_store_of_ours_is_one_sentence_and_stays_as_it_is(
    make: object, said: str, tmp_path: Path
) -> None:
    path = tmp_path / FILE_NAME
    assert callable(make)
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError) as refused:
        Store.open(tmp_path)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
    assert refused.value.text.ko != refused.value.text.en
    assert (path.read_bytes() if path.is_file() else None) == before
    assert list(tmp_path.iterdir()) == [path]


def test_what_was_damaged_inside_is_a_sentence_whatever_is_asked_for(tmp_path: Path) -> None:
    opened = Store.open(tmp_path)
    kept = arrays(1, count=1)
    opened.note_submissions({"kim": Text(en="No.", ko="아니요.")})
    opened.note_environment("environment", ENVIRONMENT)
    opened.add(verdict(submission="kim"), work=work(kept), answers={"r": Outcome()}, basis="b")
    opened.close()
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    for table, column in (
        ("submissions", "refused"),
        ("environments", "described"),
        ("verdicts", "result"),
        ("evidence", "work"),
        ("answers", "reply"),
    ):
        connection.execute(f"UPDATE {table} SET {column} = ?", (b'{"en": \xff',))  # noqa: S608
    connection.commit()
    connection.close()
    reader = Store.read(tmp_path)
    for ask in (
        reader.submissions,
        lambda: reader.environment("environment"),
        lambda: reader.verdicts("kim"),
        lambda: reader.find(FLATTEN, KEY),
        lambda: reader.history("kim", FLATTEN),
        lambda: reader.work(FLATTEN, KEY),
        lambda: reader.answer(FLATTEN, "b", "r"),
    ):
        with pytest.raises(StoreError, match="cannot be used"):
            ask()
    reader.close()


def test_an_array_whose_bytes_are_not_those_of_its_reply_is_a_sentence(store: Store) -> None:
    answered = Outcome(value=array(np.arange(3)))
    store.add(verdict(), answers={"request": answered}, basis="basis")
    store._connection.execute("UPDATE arrays SET bytes = ?", (Blob(b"short").data,))
    with pytest.raises(StoreError, match="cannot be used"):
        store.answer(FLATTEN, "basis", "request")
