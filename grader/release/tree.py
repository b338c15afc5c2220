"""A student repository on disk: what a release writes, and what it leaves alone when it comes again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import msgspec

from grader.writing import write_whole

MANIFEST = ".grader/release.json"
_FORMAT = 1


class TreeError(Exception):
    """Nothing can be released to the folder; the message says why. Nothing was written."""


class Manifest(msgspec.Struct, frozen=True):
    """What the last release wrote: the SHA-256 of each file, without regard to line ends, by its path.

    `begun` is what a release that has not ended was going to write.
    """

    files: dict[str, str]
    version: str
    begun: dict[str, str] = {}
    format: int = _FORMAT


@dataclass
class Written:
    """What a release did, by paths.

    `kept` are files that somebody has changed or made since, or that lie behind a link: theirs to keep.
    """

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


def write_tree(folder: Path, files: Mapping[str, bytes], version: str) -> Written:
    """Write `files`, by their paths with `/`, under `folder`, over what an earlier release wrote.

    A file that is not as the earlier release left it is not touched, and neither is one that it did not
    write. What it wrote and is not among `files` any more is removed.

    Raises:
        TreeError: if the folder holds something, and no release; or what it holds cannot be read.
        OSError: if a file cannot be written.
    """
    before = check_folder(folder)
    earlier, begun = (before.files, before.begun) if before is not None else ({}, {})
    digests = {name: _digest(content) for name, content in files.items()}
    _note(folder, Manifest(earlier, version, begun | digests))
    done = Written()
    noted: dict[str, str] = {}
    for name, content in sorted(files.items()):
        digest = digests[name]
        present = _present(folder, name)
        if present not in {None, earlier.get(name), begun.get(name), digest}:
            done.kept.append(name)
            if name in earlier:
                noted[name] = earlier[name]
            continue
        noted[name] = digest
        if present != digest:
            write_whole(folder / name, content)
            done.written.append(name)
    for name in sorted((earlier | begun).keys() - files.keys()):
        present = _present(folder, name)
        if present is not None and present in {earlier.get(name), begun.get(name)}:
            (folder / name).unlink()
            done.removed.append(name)
        elif present is not None:
            done.kept.append(name)
    _note(folder, Manifest(noted, version))
    return done


def check_folder(folder: Path) -> Manifest | None:
    """Return what the earlier release to `folder` wrote; `None` where there was none.

    Raises:
        TreeError: if the folder holds something, and no release; or what it holds cannot be read.
    """
    manifest = _read_manifest(folder)
    if manifest is None and folder.is_dir() and any(path.name != ".git" for path in folder.iterdir()):
        raise TreeError(
            f"{folder} is not empty, and no release: name an empty folder, or one that is not there"
        )
    return manifest


_FOREIGN = "not ours"


def _present(folder: Path, name: str) -> str | None:
    """Return the digest of the file that is there, `None` if there is none."""
    path = folder / name
    parents = [folder / parent for parent in PurePosixPath(name).parents]
    # Through a link we would write to wherever somebody has it lead.
    if path.is_symlink() or any(parent.is_symlink() for parent in parents if parent != folder):
        return _FOREIGN
    if any(parent.exists() and not parent.is_dir() for parent in parents):
        return _FOREIGN
    if not path.exists():
        return None
    return _digest(path.read_bytes()) if path.is_file() else _FOREIGN


def _note(folder: Path, manifest: Manifest) -> None:
    text = msgspec.json.format(msgspec.json.encode(manifest, order="sorted"), indent=2)
    write_whole(folder / MANIFEST, text + b"\n")


def _read_manifest(folder: Path) -> Manifest | None:
    path = folder / MANIFEST
    if _present(folder, MANIFEST) == _FOREIGN:
        raise TreeError(f"{path} is not as a release writes it: it is a link or a folder, or lies behind one")
    try:
        manifest = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except FileNotFoundError:
        return None
    except msgspec.MsgspecError as error:
        raise TreeError(f"{path} is damaged ({error}): restore it, or release to another folder") from error
    names = [PurePosixPath(name) for name in (*manifest.files, *manifest.begun)]
    if manifest.format != _FORMAT or any(name.is_absolute() or ".." in name.parts for name in names):
        raise TreeError(f"{path} is not as a release writes it: restore it, or release to another folder")
    return manifest


def _digest(content: bytes) -> str:
    # Git on Windows may change the line ends of what it checks out, which is nobody's work.
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()
