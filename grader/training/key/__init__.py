"""The answer key: what the reference's trainings come to, so that nobody has to run them again.

`index.json` is for people and says what there is; `trainings.zip` holds it. Both are written by
`grader key build`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from grader.training.digests import file_digest
from grader.training.key.archive import Archive, DamagedError, write_archive
from grader.training.key.index import Index, KeptExercise, MadeWith
from grader.training.recipes import Result, result_codec

INDEX, ARCHIVE = "index.json", "trainings.zip"


class Key:
    """The key in `folder`, read as it is asked for; one that is missing or damaged holds nothing.

    Safe to use from several threads.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, digest: str) -> Result | None:
        """Return what came of the recipe with that digest, if the key holds it."""
        try:
            return self._archive.get(digest) if self._archive is not None else None
        except DamagedError:
            return None

    def index(self) -> Index | None:
        """Return what the key says of itself, `None` if there is no key.

        Raises:
            DamagedError: if it cannot be read.
        """
        try:
            return Index.read((self.folder / INDEX).read_bytes())
        except FileNotFoundError:
            return None
        except OSError as error:
            raise DamagedError(str(error)) from error

    def check(self) -> None:
        """Read all of it.

        Raises:
            DamagedError: if something is missing or has changed; the message says what, in a phrase.
        """
        index = self.index()
        if index is None:
            return
        if self._archive is None or _digest_of(self.folder / ARCHIVE) != index.archive:
            raise DamagedError(f"{ARCHIVE} is not the one that {INDEX} says")
        for digest in sorted(index.digests):
            if self._archive.get(digest) is None:
                raise DamagedError(f"{ARCHIVE} holds no training {digest[:12]}")

    @cached_property
    def _archive(self) -> Archive[Result] | None:
        try:
            return Archive(self.folder / ARCHIVE, result_codec)
        except DamagedError:
            return None


def write_key(
    folder: Path,
    made_with: MadeWith,
    profiles: Mapping[str, Mapping[str, KeptExercise]],
    results: Mapping[str, Result | None],
) -> Index:
    """Put a key in `folder`, in the place of the one that is there, and return its index.

    After an error the one that was there is as it was.

    `profiles` hold exercises by their ids; `results` those of their trainings, and more, which is left out.

    Raises:
        LookupError: if a result is not there.
        OSError: if the files cannot be written.
    """
    listed = {name: dict(exercises) for name, exercises in profiles.items()}
    index = Index(made_with, "", listed)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".") as temporary:
        archive = Path(temporary, ARCHIVE)
        with archive.open("wb") as file:
            write_archive(file, {digest: _there(results, digest) for digest in index.digests}, result_codec)
        index = msgspec.structs.replace(index, archive=_digest_of(archive))
        Path(temporary, INDEX).write_bytes(index.written())
        archive.replace(folder / ARCHIVE)
        # Last: an index that is older than its archive is noticed.
        Path(temporary, INDEX).replace(folder / INDEX)
    return index


def _there(results: Mapping[str, Result | None], digest: str) -> Result:
    result = results.get(digest)
    if result is None:
        raise LookupError(f"no result of {digest}")
    return result


def key_of(course: Path) -> Key:
    """Return the key of the course at that folder; there may be none."""
    beside_answers = course / "reference"
    return Key((beside_answers if beside_answers.is_dir() else course) / "key")


def _digest_of(file: Path) -> str:
    try:
        return file_digest(file)
    except OSError as error:
        raise DamagedError(str(error)) from error
