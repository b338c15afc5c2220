import os
from pathlib import Path

import pytest

from grader.language import Text
from grader.submission import SubmissionError
from grader.submission.reading import open_plain, reading


def test_a_fifo_that_took_the_place_of_a_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.py")
    with pytest.raises(SubmissionError, match="neither a plain file"):
        open_plain(tmp_path / "a.py", "a.py")


def test_a_link_that_took_the_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "a.py").symlink_to(tmp_path / "secret")
    with pytest.raises(SubmissionError, match=r"^a\.py cannot be read"):
        open_plain(tmp_path / "a.py", "a.py")


def test_whatever_a_reader_raises_is_a_refusal() -> None:
    with pytest.raises(SubmissionError, match="broken") as caught, reading(Text(en="broken", ko="손상")):
        raise RecursionError
    assert isinstance(caught.value.__cause__, RecursionError)
