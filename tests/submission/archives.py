"""Archives as programs pack them, and as attackers do."""

import io
import struct
import tarfile
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from grader.submission import Candidate, Kind

EXERCISE = "ch07_1/e04_scale_and_flatten"
ZERO_MIB = bytes(1 << 20)


def candidate(path: Path, kind: Kind) -> Candidate:
    return Candidate("kim", path, kind)


def zipped(path: Path, files: Iterable[tuple[str | zipfile.ZipInfo, bytes]]) -> Candidate:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return candidate(path, Kind.ZIP)


def special_in_zip(name: str, kind: int) -> zipfile.ZipInfo:
    """Return an entry that says it is of `kind`, one of `stat.S_IF...`."""
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (kind | 0o777) << 16
    return entry


def tarred(path: Path, members: Iterable[tuple[tarfile.TarInfo, bytes]], mode: str = "w:gz") -> Candidate:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for member, data in members:
            archive.addfile(member, io.BytesIO(data))
    return candidate(path, Kind.TAR)


def member(name: str, data: bytes = b"", kind: bytes = tarfile.REGTYPE) -> tuple[tarfile.TarInfo, bytes]:
    info = tarfile.TarInfo(name)
    info.type = kind
    info.size = len(data)
    info.linkname = "/etc/passwd" if kind in {tarfile.SYMTYPE, tarfile.LNKTYPE} else ""
    return info, data


def as_zip(path: Path, files: Mapping[str, bytes]) -> Candidate:
    return zipped(path, files.items())


def as_tar(path: Path, files: Mapping[str, bytes]) -> Candidate:
    return tarred(path, (member(name, data) for name, data in files.items()))


def as_folder(path: Path, files: Mapping[str, bytes]) -> Candidate:
    path.mkdir()
    for name, data in files.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return candidate(path, Kind.FOLDER)


def set_in_directory(path: Path, offset: int, form: str, value: int) -> None:
    """Overwrite a field of the last entry in the directory of the zip `path`."""
    data = bytearray(path.read_bytes())
    struct.pack_into(form, data, data.rindex(b"PK\x01\x02") + offset, value)
    path.write_bytes(data)
