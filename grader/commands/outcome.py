"""What may go wrong in a command, as one clear sentence on standard error and an exit status."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rich.console import Console

from grader.batch.error import BatchError
from grader.catalog import UnknownExerciseError
from grader.checking.finding import GraderFaultError
from grader.commands import CANNOT_GRADE, INTERRUPTED, PASSED, USAGE
from grader.commands.cache_folder import CacheFolderError
from grader.data import DataError
from grader.export.error import ExportError
from grader.language import Language, Text
from grader.submission import SubmissionError

_FAILED = Text(en="Could not grade: {why}", ko="채점하지 못했습니다: {why}")


@dataclass
class Outcome:
    """The exit status of a command."""

    status: int = PASSED


@contextmanager
def reporting(language: Language, *, interrupted: Text | None = None) -> Iterator[Outcome]:
    """Yield the outcome, to be set; what the body raises is told and sets it.

    With `interrupted`, Ctrl-C and a request to end (SIGTERM) are told so.
    """
    outcome = Outcome()
    try:
        with _ended_alike():
            yield outcome
    except UnknownExerciseError as error:
        outcome.status = _complain(str(error), USAGE)
    except (SubmissionError, CacheFolderError, ExportError) as error:
        outcome.status = _complain(error.text.in_language(language), USAGE)
    except (DataError, BatchError) as error:
        outcome.status = _complain(error.text.in_language(language), CANNOT_GRADE)
    except (GraderFaultError, OSError) as error:
        outcome.status = _complain(_FAILED.format(why=error).in_language(language), CANNOT_GRADE)
    except KeyboardInterrupt:
        if interrupted is None:
            raise
        outcome.status = _complain(interrupted.in_language(language), INTERRUPTED)


@contextmanager
def _ended_alike() -> Iterator[None]:
    """Let SIGTERM end the body as Ctrl-C does, so that what it has opened is closed."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _complain(sentence: str, status: int) -> int:
    Console(stderr=True).print(sentence, style="red", markup=False, highlight=False)
    return status
