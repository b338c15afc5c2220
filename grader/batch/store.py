"""The store of a batch: one SQLite file that is readable whenever the batch was ended.

Only the batch's own process writes, one transaction per exercise; its workers read. Verdicts are never
changed: a newer one takes the place of the one in force, which is kept.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from grader.batch.error import StoreError
from grader.batch.keys import Key
from grader.evidence.codec import ProtocolError
from grader.language import Text
from grader.report import Environment, ExerciseResult
from grader.sandbox.messages import Outcome
from grader.sandbox.transcript import PackedReply, Transcript, pack_reply, unpack_reply

FILE_NAME = "results.sqlite"
_APPLICATION_ID = 0x47524452  # "GRDR", so that `file` and we know whose it is
_VERSION = 1
_SCHEMA = Path(__file__).with_name("schema.sql")

Read = TypeVar("Read")


_NOTHING_GRADED = Text(
    en="There is no {file} in {folder}: nothing has been graded there.",
    ko="{folder} 폴더에 {file} 파일이 없습니다. 이 폴더에는 채점한 결과가 없습니다.",
)
_ANOTHER_PROGRAMS = Text(
    en="{path} is a database of another program. It was left as it is: grade into another folder.",
    ko="{path} 파일은 다른 프로그램의 데이터베이스라서 그대로 두었습니다. 다른 폴더에 채점해 주세요.",
)
_OTHER_FORMAT = Text(
    en="{path} is in format {version}, and this grader reads {ours}: grade into another folder.",
    ko="{path} 파일의 형식은 {version}인데 이 채점기는 {ours}을(를) 읽습니다. 다른 폴더에 채점해 주세요.",
)
_UNUSABLE = Text(
    en="{path} cannot be used: {why}. What was graded before is kept.",
    ko="{path} 파일을 쓸 수 없습니다: {why}. 그 전까지 채점한 결과는 남아 있습니다.",
)


@dataclass(frozen=True)
class Verdict:
    """A stored verdict: on what (`key`), the result, and what it was computed on."""

    submission: str
    key: Key
    result: ExerciseResult
    device: str | None


class StoredWork(msgspec.Struct, frozen=True):
    """What is needed to judge an exercise again without running it: its source, and what its sandboxes said.

    `transcript` is `None` where that was more than is kept.
    """

    source: bytes
    transcript: Transcript | None


class Store:
    """The verdicts, evidence and submissions of one batch folder.

    Every method raises `StoreError` if the file cannot be read or written.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._lock = threading.Lock()

    @classmethod
    def open(cls, folder: Path) -> Store:
        """Return the store in `folder`, made if there is none."""
        path = folder / FILE_NAME
        with _sentences(path):
            store = cls(sqlite3.connect(path, isolation_level=None, timeout=30.0), path)
            with _closed_on_error(store):
                store._prepare()
        return store

    @classmethod
    def read(cls, folder: Path) -> Store:
        """Return the store in `folder` to read from, beside a batch that writes to it."""
        path = folder / FILE_NAME
        if not path.is_file():
            raise StoreError(_NOTHING_GRADED.format(file=FILE_NAME, folder=folder))
        with _sentences(path):
            uri = f"{path.resolve().as_uri()}?mode=ro"
            # The reference is asked from a thread of its own, beside the student; `_rows` takes them in turn.
            connection = sqlite3.connect(
                uri, uri=True, isolation_level=None, timeout=30.0, check_same_thread=False
            )
            store = cls(connection, path)
            with _closed_on_error(store):
                store._identify()
        return store

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def note_submissions(self, found: Mapping[str, Text | None]) -> None:
        """Note which submissions there are now, and why those that were refused were."""
        with self._transaction() as run:
            run.execute("UPDATE submissions SET present = 0")
            for name, refused in found.items():
                run.execute(
                    "INSERT INTO submissions (name, present, refused) VALUES (?, 1, ?)"
                    " ON CONFLICT (name) DO UPDATE SET present = 1, refused = excluded.refused",
                    (name, msgspec.json.encode(refused) if refused else None),
                )

    def refuse(self, name: str, why: Text) -> None:
        """Note why a submission could not be taken."""
        with self._transaction() as run:
            run.execute("UPDATE submissions SET refused = ? WHERE name = ?", (msgspec.json.encode(why), name))

    def note_left_out(self, name: str, notes: tuple[Text, ...]) -> None:
        """Note what of a submission was left out."""
        with self._transaction() as run:
            run.execute("UPDATE submissions SET notes = ? WHERE name = ?", (msgspec.json.encode(notes), name))

    def left_out(self, name: str) -> tuple[Text, ...]:
        """Return what of a submission was left out."""
        rows = self._rows("SELECT notes FROM submissions WHERE name = ? AND notes IS NOT NULL", name)
        return self._decoded(_from_json(tuple[Text, ...]), rows[0][0]) if rows else ()

    def submissions(self) -> dict[str, Text | None]:
        """Return the submissions that were there at the last look, with why those refused were."""
        rows = self._rows("SELECT name, refused FROM submissions WHERE present ORDER BY name")
        return {name: self._decoded(_from_json(Text), why) if why else None for name, why in rows}

    def note(self, name: str, value: str) -> None:
        """Keep `value` under `name`."""
        with self._transaction() as run:
            run.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, value))

    def noted(self, name: str) -> str | None:
        """Return what was kept under `name`."""
        rows = self._rows("SELECT value FROM notes WHERE name = ?", name)
        return str(rows[0][0]) if rows else None

    def note_environment(self, digest: str, environment: Environment) -> None:
        """Keep what `digest` stands for."""
        with self._transaction() as run:
            described = msgspec.json.encode(environment)
            run.execute("INSERT OR IGNORE INTO environments VALUES (?, ?)", (digest, described))

    def latest_environment(self) -> Environment:
        """Return what the last verdict was given under.

        Raises:
            StoreError: if there is none.
        """
        rows = self._rows("SELECT environment FROM verdicts WHERE in_force ORDER BY id DESC LIMIT 1")
        if not rows:
            raise StoreError(_NOTHING_GRADED.format(file=FILE_NAME, folder=self._path.parent))
        return self.environment(rows[0][0])

    def environment(self, digest: str) -> Environment:
        """Return what `digest` stands for."""
        ((described,),) = self._rows("SELECT described FROM environments WHERE digest = ?", digest)
        return self._decoded(_from_json(Environment), described)

    def verdicts(self, submission: str) -> dict[str, Verdict]:
        """Return the verdicts in force on `submission`, by exercise."""
        rows = self._rows(f"{_SELECT} WHERE submission = ? AND in_force", submission)
        verdicts = (self._decoded(_verdict, row) for row in rows)
        return {verdict.result.id: verdict for verdict in verdicts}

    def find(self, exercise: str, key: Key) -> Verdict | None:
        """Return a verdict on the same work by the same means, whoever handed it in."""
        rows = self._rows(
            f"{_SELECT} WHERE exercise = ? AND content = ? AND checks = ? AND answer_key = ?"
            " AND environment = ? ORDER BY id DESC LIMIT 1",
            exercise,
            key.content,
            key.checks,
            key.answer_key,
            key.environment,
        )
        return self._decoded(_verdict, rows[0]) if rows else None

    def history(self, submission: str, exercise: str) -> list[ExerciseResult]:
        """Return every verdict that was ever given, the one in force last."""
        rows = self._rows(
            "SELECT result FROM verdicts WHERE submission = ? AND exercise = ? ORDER BY in_force, id",
            submission,
            exercise,
        )
        return [self._decoded(_from_json(ExerciseResult), result) for (result,) in rows]

    def work(self, exercise: str, key: Key) -> StoredWork | None:
        """Return what is kept of an exercise; `None` if it was not handed in, or nothing is."""
        rows = self._rows(
            "SELECT work FROM evidence WHERE content = ? AND exercise = ? AND environment = ?",
            key.content,
            exercise,
            key.environment,
        )
        return self._decoded(_from_messagepack(StoredWork), rows[0][0]) if rows else None

    def array(self, digest: str) -> bytes:
        """Return the bytes of an array of the evidence.

        Raises:
            KeyError: if it is not there.
        """
        rows = self._rows("SELECT bytes FROM arrays WHERE digest = ?", digest)
        if not rows:
            raise KeyError(digest)
        found: bytes = rows[0][0]
        return found

    def has_array(self, digest: str) -> bool:
        """Return whether the array is there."""
        return bool(self._rows("SELECT 1 FROM arrays WHERE digest = ?", digest))

    def answer(self, exercise: str, basis: str, request: str) -> Outcome | None:
        """Return what the reference answered to `request`; `basis` is the digest of what that depends on."""
        rows = self._rows(
            "SELECT reply FROM answers WHERE exercise = ? AND basis = ? AND request = ?",
            exercise,
            basis,
            request,
        )
        if not rows:
            return None
        packed = self._decoded(_from_messagepack(PackedReply), rows[0][0])
        reply = self._decoded(lambda kept: unpack_reply(kept, self.array), packed)
        return reply if isinstance(reply, Outcome) else None

    def add(
        self,
        verdict: Verdict,
        *,
        work: StoredWork | None = None,
        arrays: Mapping[str, bytes] | None = None,
        answers: Mapping[str, Outcome] | None = None,
        basis: str = "",
    ) -> None:
        """Put `verdict` in force, with the evidence that it rests on, at once or not at all."""
        key, exercise = verdict.key, verdict.result.id
        with self._transaction() as run:
            run.executemany("INSERT OR IGNORE INTO arrays VALUES (?, ?)", (arrays or {}).items())
            for request, answer in (answers or {}).items():
                packed, new = pack_reply(answer)
                run.executemany("INSERT OR IGNORE INTO arrays VALUES (?, ?)", new.items())
                row = (exercise, basis, request, msgspec.msgpack.encode(packed))
                run.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)", row)
            if work is not None:
                row = (key.content, exercise, key.environment, msgspec.msgpack.encode(work))
                run.execute("INSERT OR REPLACE INTO evidence VALUES (?, ?, ?, ?)", row)
            run.execute(
                "UPDATE verdicts SET in_force = 0 WHERE submission = ? AND exercise = ?",
                (verdict.submission, exercise),
            )
            run.execute(
                "INSERT INTO verdicts (submission, exercise, content, checks, answer_key, environment,"
                " result, device, in_force) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)",
                (
                    verdict.submission,
                    exercise,
                    key.content,
                    key.checks,
                    key.answer_key,
                    key.environment,
                    msgspec.json.encode(verdict.result),
                    verdict.device,
                ),
            )

    def _prepare(self) -> None:
        run = self._connection
        ((tables,),) = run.execute("SELECT count(*) FROM sqlite_master")
        if tables:
            self._identify()
        # A power cut may take the last transactions, and never more; a killed process takes none.
        run.execute("PRAGMA journal_mode = WAL")
        run.execute("PRAGMA synchronous = NORMAL")
        if not tables:
            run.execute("BEGIN IMMEDIATE")
            for statement in _SCHEMA.read_text(encoding="utf-8").split(";\n"):
                run.execute(statement)
            run.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
            run.execute(f"PRAGMA user_version = {_VERSION}")
            run.execute("COMMIT")

    def _identify(self) -> None:
        ((application,),) = self._connection.execute("PRAGMA application_id")
        ((version,),) = self._connection.execute("PRAGMA user_version")
        if application != _APPLICATION_ID:
            raise StoreError(_ANOTHER_PROGRAMS.format(path=self._path))
        if version != _VERSION:
            raise StoreError(_OTHER_FORMAT.format(path=self._path, version=version, ours=_VERSION))

    def _rows(self, query: str, *parameters: str) -> list[tuple[Any, ...]]:
        with self._lock, _sentences(self._path):
            return self._connection.execute(query, parameters).fetchall()

    def _decoded(self, decode: Callable[[Any], Read], stored: object) -> Read:
        with _sentences(self._path):
            return decode(stored)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with _sentences(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


_SELECT = "SELECT submission, content, checks, answer_key, environment, result, device FROM verdicts"


def _verdict(row: tuple[Any, ...]) -> Verdict:
    submission, content, checks, answer_key, environment, result, device = row
    key = Key(str(content), str(checks), str(answer_key), str(environment))
    decoded = _from_json(ExerciseResult)(result)
    return Verdict(str(submission), key, decoded, None if device is None else str(device))


def _from_json(kind: type[Read]) -> Callable[[Any], Read]:
    return msgspec.json.Decoder(kind).decode


def _from_messagepack(kind: type[Read]) -> Callable[[Any], Read]:
    return msgspec.msgpack.Decoder(kind).decode


@contextmanager
def _sentences(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, msgspec.MsgspecError, ProtocolError) as error:
        raise StoreError(_UNUSABLE.format(path=path, why=error)) from error


@contextmanager
def _closed_on_error(store: Store) -> Iterator[None]:
    try:
        yield
    except BaseException:
        store.close()
        raise
