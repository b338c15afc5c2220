"""The four files of Fashion-MNIST: their names and sizes, and how the genuine ones are known."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from grader.data.error import DataError
from grader.data.idx import read_pair
from grader.language import Text

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAMES = (
    ("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz"),
    ("t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"),
)
"""Images and labels of the training part, then of the test part."""

SIZES = (60_000, 10_000)
"""Number of images in the training part and in the test part."""

# SHA-256 of the files that keras.datasets.fashion_mnist downloads, the same as Zalando's own.
_GENUINE = {
    "f46450982819e161325683178a5324fc64e606fb3758c65c6ca7dcc91aa489fd": "train-images-idx3-ubyte.gz",
    "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845": "train-labels-idx1-ubyte.gz",
    "55ec2dd7358c56fba81678bf2cd00a44de07bae64c342921600298a2b5eb517d": "t10k-images-idx3-ubyte.gz",
    "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5": "t10k-labels-idx1-ubyte.gz",
}
_PIECE_BYTES = 1 << 20


def all_names() -> tuple[str, ...]:
    """Return the four file names."""
    return tuple(name for pair in FILE_NAMES for name in pair)


def missing(folder: Path) -> tuple[str, ...]:
    """Return the names of those of the four files that `folder` does not hold; () if it is complete."""
    return tuple(name for name in all_names() if not (folder / name).is_file())


def require_all(folder: Path) -> None:
    """Return if `folder` holds all four files.

    Raises:
        DataError: if it does not; it names the folder and the files.
    """
    if names := ", ".join(missing(folder)):
        raise DataError(
            folder,
            Text(en=f"does not hold {names}", ko=f"다음 파일이 없습니다: {names}"),
            Text(
                en="name the folder with the four .gz files of Fashion-MNIST, or unset FASHION_MNIST_DIR",
                ko="Fashion-MNIST의 .gz 파일 네 개가 있는 폴더를 지정하거나 FASHION_MNIST_DIR을 지우세요",
            ),
        )


def identify(folder: Path) -> str:
    """Return "fashion-mnist" if the four files are the genuine ones, else "custom" if they can be used.

    Raises:
        DataError: if a file is a genuine one under another's name, or cannot be used.
    """
    require_all(folder)
    genuine = [_is_genuine(folder / name) for name in all_names()]
    if all(genuine):
        return "fashion-mnist"
    for images_name, labels_name in FILE_NAMES:
        read_pair(folder / images_name, folder / labels_name)
    return "custom"


def _is_genuine(file: Path) -> bool:
    """Return whether `file` has the genuine content of its name.

    Raises:
        DataError: if it has the genuine content of another name, or cannot be read.
    """
    digest = hashlib.sha256()
    try:
        with file.open("rb") as content:
            while piece := content.read(_PIECE_BYTES):
                digest.update(piece)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DataError(
            file,
            Text(en=f"cannot be read ({reason})", ko=f"파일을 읽을 수 없습니다({reason})"),
            Text(en="check its permissions", ko="파일 권한을 확인하세요"),
        ) from error
    name = _GENUINE.get(digest.hexdigest())
    if name is not None and name != file.name:
        raise DataError(
            file,
            Text(en=f"is really Fashion-MNIST's {name}", ko=f"실제로는 Fashion-MNIST의 {name}입니다"),
            Text(en="give each file its own name again", ko="각 파일의 이름을 원래대로 되돌리세요"),
        )
    return name is not None
