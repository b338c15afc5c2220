"""The sandbox's side of the protocol: import a file, call its functions, answer in evidence.

Runs where the student's code runs, and holds nothing worth stealing: no reference, no checks, no answers.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import random
import sys
import time
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Any, BinaryIO

import msgspec
import numpy as np

from grader.evidence.build import build
from grader.evidence.codec import ChannelClosedError, ProtocolError
from grader.evidence.describe import Describer
from grader.evidence.keras_edition import is_legacy, mean_one_keras
from grader.evidence.vocabulary import ErrorStage, Evidence, Opaque
from grader.report.model import TrainingRecord
from grader.sandbox.asking import Ask, JudgeAsking
from grader.sandbox.messages import (
    Argument,
    Call,
    Describe,
    Handle,
    Lent,
    Load,
    Loaded,
    Make,
    Method,
    OpenModel,
    Outcome,
    Reply,
    Request,
    asked_codec,
    reply_codec,
    request_codec,
)
from grader.sandbox.preparation import ask_before_training, remember_libraries
from grader.sandbox.raised import error_evidence, traceback_of
from grader.sandbox.recorder import FitRecorder
from grader.training.asking import Answer, Asked, answer_codec
from grader.training.digests import DataDigest, data_digest

MAX_WARNINGS = 20
# What the judge may ask of a live object.
METHODS = frozenset({"predict", "evaluate", "fit", "count_params", "compile", "set_weights", "__call__"})


class Worker:
    """Answers requests about one submission's file."""

    def __init__(self, prefix: str) -> None:
        mean_one_keras()
        self._describer = Describer(prefix)
        self.asking = JudgeAsking()
        self._recorder = FitRecorder(self.asking)
        self._module: ModuleType | None = None
        self._roots: tuple[str, ...] = ()
        self._trainer = False
        self._lent = ""
        self.last_traceback: TracebackType | None = None

    def handle(self, request: Request, ask: Ask | None = None) -> Reply:
        """Return the reply to `request`; what student code raises is part of the reply.

        Trainings are asked for by `ask`, if the judge has a trainer.
        """
        if isinstance(request, Load):
            self._trainer, self._lent = request.trainer, request.lent or ""
            return self._guarded(lambda: self._load(request), ErrorStage.LOADING)
        with self.asking.asking(ask if self._trainer else None):
            return self._guarded(lambda: self._run(request), ErrorStage.CALLING)

    def _guarded(self, action: Callable[[], Reply], stage: ErrorStage) -> Reply:
        try:
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                reply = action()
        except ProtocolError:
            raise
        except BaseException as error:  # noqa: BLE001 - student code may raise anything, SystemExit too
            self.last_traceback = traceback_of(error)
            told = error_evidence(error, stage, self._roots)
            return Outcome(value=told, fits=self._recorder.take(), trainings=self.asking.take())
        if isinstance(reply, Outcome):
            return _completed(reply, caught, self.asking.take())
        return reply

    def _load(self, request: Load) -> Loaded:
        path = Path(request.file)
        if self._roots:  # else nothing was loaded yet, and to look for it takes longer than a fork
            self._forget()
        if request.workspace is not None:
            os.chdir(request.workspace)
        self._roots = (str(path.parent), *request.roots)
        # After every installed module: a file called numpy.py must not become NumPy.
        sys.path.extend(root for root in self._roots if root not in sys.path)
        _import_what_trains(path.read_bytes())
        remember_libraries()
        self._record()
        spec = importlib.util.spec_from_file_location(path.stem, path)
        if spec is None or spec.loader is None:
            raise ImportError(f"{path.name} is not a Python file")
        module = importlib.util.module_from_spec(spec)
        sys.modules[path.stem] = module
        _seed(0)
        spec.loader.exec_module(module)
        self._module = module
        functions = tuple(name for name, value in vars(module).items() if callable(value))
        return Loaded(functions[:1_000], _device())

    def _record(self) -> None:
        """Stand in the place of what trains, whoever stood there before."""
        self._recorder.install()
        ask_before_training(self.asking)

    def _forget(self) -> None:
        """Drop the file that was loaded before, with the modules beside it and every object that was kept."""
        self._describer.objects.clear()
        for name, module in list(sys.modules.items()):
            # Lying in the very folders: below them there may be a whole virtual environment.
            if os.path.dirname(str(getattr(module, "__file__", None) or "")) in self._roots:  # noqa: PTH120
                del sys.modules[name]
        sys.path[:] = [entry for entry in sys.path if entry not in self._roots]
        self._module = None
        self._roots = ()

    def _run(self, request: Request) -> Outcome:
        if isinstance(request, Call):
            return self._call(self._function(request.function), request.arguments, {}, request.seed)
        if isinstance(request, Method):
            if request.name not in METHODS:
                raise ProtocolError(f"no method {request.name}")
            method = getattr(self._object(request.handle), request.name)
            return self._call(method, request.arguments, request.options, request.seed)
        if isinstance(request, Make):
            _seed(request.seed)
            live = build(request.value)
            self._recorder.install()
            return Outcome(value=self._describer.describe(live))
        if isinstance(request, Describe):
            return Outcome(value=self._describe(self._object(request.handle)))
        if isinstance(request, OpenModel):
            import keras  # noqa: PLC0415

            self._recorder.install()
            # A class that the file itself defines is known where the file's own code would load the model.
            own = {name: value for name, value in vars(self._module).items() if isinstance(value, type)}
            return Outcome(value=self._describe(keras.models.load_model(request.path, custom_objects=own)))
        raise ProtocolError(f"no request {type(request).__name__}")

    def _call(
        self, function: Any, arguments: tuple[Argument, ...], options: Mapping[str, Argument], seed: int
    ) -> Outcome:
        values = [self._live(argument) for argument in arguments]
        named = {name: self._live(argument) for name, argument in options.items()}
        before = [_kept(argument, value) for argument, value in zip(arguments, values, strict=True)]
        self._record()
        self._recorder.take()
        _close_figures()
        _seed(seed)
        started = time.perf_counter()
        result = function(*values, **named)
        seconds = time.perf_counter() - started
        mutated = tuple(
            number
            for number, (kept, value) in enumerate(zip(before, values, strict=True))
            if kept is not None and not _unchanged(kept, value)
        )
        return Outcome(
            value=self._describe(result), fits=self._recorder.take(), mutated=mutated, seconds=seconds
        )

    def _describe(self, value: Any) -> Evidence:
        try:
            return self._describer.describe(value)
        except Exception as error:  # noqa: BLE001 - an object may fail in any way when it is looked at
            return Opaque(type(value).__name__[:200], f"{type(error).__name__} while looking at it")

    def _function(self, name: str) -> Any:
        if self._module is None:
            raise ProtocolError("nothing is loaded")
        return getattr(self._module, name)

    def _object(self, handle: str) -> Any:
        if handle not in self._describer.objects:
            raise ProtocolError(f"no object {handle}")
        return self._describer.objects[handle]

    def _live(self, argument: Argument) -> Any:
        if isinstance(argument, Lent):
            return _read(Path(self._lent), argument.data)
        return self._object(argument.handle) if isinstance(argument, Handle) else build(argument)


def serve(worker: Worker, reader: BinaryIO, writer: BinaryIO) -> None:
    """Answer requests until the judge closes the channel."""
    requests, replies = request_codec(), reply_codec()
    answers, questions = answer_codec(), asked_codec()

    def ask(asked: Asked) -> Answer:
        questions.write(writer, asked)
        return answers.read(reader)

    while True:
        try:
            request = requests.read(reader)
        except ChannelClosedError:
            return
        reply = worker.handle(request, ask)
        _flush()
        try:
            replies.write(writer, reply)
        except ChannelClosedError:
            return
        except ProtocolError as error:
            replies.write(writer, Outcome(value=Opaque("too large", str(error)[:500])))


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):  # student code may have put anything in its place
            stream.flush()


def _completed(
    outcome: Outcome, caught: list[warnings.WarningMessage], trainings: tuple[TrainingRecord, ...]
) -> Outcome:
    """Return `outcome` with the first warnings that its code caused, and the trainings that ran here."""
    texts = tuple(
        (warning.category.__name__, str(warning.message)[:500]) for warning in caught[:MAX_WARNINGS]
    )
    return msgspec.structs.replace(outcome, warnings=texts, trainings=trainings)


def _device() -> str:
    tensorflow = sys.modules.get("tensorflow")
    return "gpu" if tensorflow is not None and tensorflow.config.list_physical_devices("GPU") else "cpu"


def _import_what_trains(source: bytes) -> None:
    """Import what `source` trains with, so that it is recorded and asked for from the first time on."""
    if b"keras" in source or b"tensorflow" in source:
        import keras  # noqa: F401, PLC0415
    if b"sklearn" in source:
        import sklearn.linear_model  # noqa: PLC0415
        import sklearn.model_selection  # noqa: F401, PLC0415


def _read(folder: Path, data: DataDigest) -> np.ndarray[Any, Any]:
    """Return the array that was lent, fresh and writable."""
    values = np.fromfile(folder / data.digest, data.dtype).reshape(data.shape)
    if data_digest(values) != data:
        raise ProtocolError(f"{data.digest} is not what was lent")
    return values


def _kept(argument: Argument, value: Any) -> np.ndarray[Any, Any] | DataDigest | None:
    """Return what tells later whether the argument `value` is still as it was."""
    if isinstance(argument, Lent):
        return argument.data
    return value.copy() if isinstance(value, np.ndarray) else None


def _unchanged(before: np.ndarray[Any, Any] | DataDigest, after: np.ndarray[Any, Any]) -> bool:
    if type(before) is np.ndarray:  # student code may have changed what `isinstance` means
        same_kind = before.shape == after.shape and before.dtype == after.dtype
        return same_kind and before.tobytes() == after.tobytes()
    return data_digest(after) == before


def _close_figures() -> None:
    """Close what an earlier call left open: `plt.plot` without `plt.figure` must not draw on that."""
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close("all")


def _seed(seed: int) -> None:
    if "keras" in sys.modules:
        keras = sys.modules["keras"]
        keras.utils.set_random_seed(seed)
        if is_legacy() or keras.config.backend() == "tensorflow":
            sys.modules["tensorflow"].config.experimental.enable_op_determinism()
    else:
        random.seed(seed)
        np.random.seed(seed)  # noqa: NPY002 - the generator that students' code and scikit-learn draw from
