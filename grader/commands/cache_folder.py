"""The folder for results of trainings that a user has named."""

from __future__ import annotations

import tempfile
from pathlib import Path

from grader.language import Text, TextError

_UNUSABLE = Text(
    en="Results of trainings cannot be kept in {folder}: {why}",
    ko="{folder} 폴더에는 훈련 결과를 저장할 수 없습니다: {why}",
)


class CacheFolderError(TextError):
    """A folder that was named cannot be used; `text` says which, and why not."""


def usable(folder: Path | None) -> Path | None:
    """Return `folder`, made if need be and absolute; `None` as it is: the default is used as far as it can.

    Raises:
        CacheFolderError: if files cannot be written there.
    """
    if folder is None:
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise CacheFolderError(_UNUSABLE.format(folder=folder, why=error.strerror or error)) from error
    return folder.resolve()
