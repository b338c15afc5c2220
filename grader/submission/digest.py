"""The digest of what a submission holds."""

from __future__ import annotations

import hashlib

from grader.submission.alone import stands_alone
from grader.submission.model import Submission

_CHUNK_BYTES = 1 << 20


def exercise_digests(submission: Submission, whole: str) -> dict[str, str]:
    """Return, for each exercise that was handed in, the digest of what its verdict depends on.

    That is the file alone, if it stands alone: then it is the same work, whoever hands it in. Else it is the
    `whole` of the submission, by its `content_digest`.

    Raises:
        OSError: if a file cannot be read.
    """
    sources = {identifier: path.read_bytes() for identifier, path in submission.files.items()}
    return {
        identifier: hashlib.blake2b(source, digest_size=32, person=b"file").hexdigest()
        if stands_alone(source)
        else whole
        for identifier, source in sources.items()
    }


def content_digest(submission: Submission) -> str:
    """Return 64 hexadecimal digits that stand for the paths and bytes of a staged submission.

    Times, permissions and how the files were packed make no difference. No two trees have the same digest:
    each path is preceded by its length, and each file counts by its own digest (BLAKE2b, 32 bytes).

    Raises:
        ValueError: if the submission has no root.
        OSError: if a file cannot be read.
    """
    if submission.root is None:
        raise ValueError("only a submission with a root has a content of its own")
    root = submission.root
    files = {path.relative_to(root).as_posix().encode(): path for path in root.rglob("*") if path.is_file()}
    tree = hashlib.blake2b(digest_size=32)
    for name, path in sorted(files.items()):
        content = hashlib.blake2b(digest_size=32)
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK_BYTES):
                content.update(chunk)
        tree.update(len(name).to_bytes(8, "big") + name + content.digest())
    return tree.hexdigest()
