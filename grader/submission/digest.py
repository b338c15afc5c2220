"""The digest of what a submission holds."""

from __future__ import annotations

import hashlib

from grader.submission.model import Submission

_CHUNK_BYTES = 1 << 20


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
