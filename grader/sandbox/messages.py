"""What judge and sandbox say to each other: one request, one reply, in turn.

While a request is under way the sandbox may ask in its turn, for a training.
"""

from __future__ import annotations

import msgspec

from grader.evidence.codec import Codec
from grader.evidence.data_summary import DataSummary
from grader.evidence.vocabulary import (
    Callback,
    Compilation,
    Evidence,
    History,
    Model,
    Null,
)
from grader.report.model import TrainingRecord
from grader.training.asking import Asked
from grader.training.digests import DataDigest

MAX_ARGUMENT_BYTES = 1024 * 2**20
MAX_REPLY_BYTES = 256 * 2**20
# The data of a training: 60,000 images as float64, and a little more.
MAX_DATA_BYTES = 640 * 2**20


class Handle(msgspec.Struct, frozen=True, tag="handle"):
    """A live object that the sandbox keeps, by the handle in its evidence."""

    handle: str


class Lent(msgspec.Struct, frozen=True, tag="lent"):
    """A large array, which lies in a file of its digest's name in the folder that `Load` said."""

    data: DataDigest


Argument = Evidence | Handle | Lent


class Load(msgspec.Struct, frozen=True, tag="load"):
    """Import `file`, in place of what was loaded before, with `workspace` as the current folder.

    Modules beside it and under `roots` can be imported by it, after every installed one. `trainer` says
    whether somebody is there to be asked for trainings. The arrays that are too large to be sent are in the
    folder `lent`.
    """

    file: str
    roots: tuple[str, ...] = ()
    workspace: str | None = None
    trainer: bool = False
    lent: str | None = None


class Call(msgspec.Struct, frozen=True, tag="call"):
    """Call a function of the loaded file, with every random generator at `seed`."""

    function: str
    arguments: tuple[Argument, ...]
    seed: int


class Method(msgspec.Struct, frozen=True, tag="method"):
    """Call a method of a live object, with every random generator at `seed`."""

    handle: str
    name: str
    arguments: tuple[Argument, ...]
    options: dict[str, Argument]
    seed: int


class Make(msgspec.Struct, frozen=True, tag="make"):
    """Build the live object that the evidence describes, and keep it."""

    value: Evidence
    seed: int


class Describe(msgspec.Struct, frozen=True, tag="describe"):
    """Describe a live object as it is now."""

    handle: str


class OpenModel(msgspec.Struct, frozen=True, tag="open_model"):
    """Load a whole model from a file of the workspace, by Keras in its safe mode."""

    path: str


class ListFiles(msgspec.Struct, frozen=True, tag="list_files"):
    """Tell what lies in `folder`, without the student's code: sizes by names; a text for what is no file."""

    folder: str


Request = Load | Call | Method | Make | Describe | OpenModel | ListFiles


class FitCall(msgspec.Struct, frozen=True, kw_only=True):
    """One recorded call of `Model.fit`: the model as it was, the arguments that matter, and what came of it.

    `epochs` is the number trained (`epochs - initial_epoch`), `weighted` whether class or sample weights were
    given; callbacks carry their state after training, and `trained` is the model with its weights after it.
    `recipe` is the digest of the recipe by which the trainer did it.
    """

    model: Model
    compilation: Compilation | None
    data: DataSummary
    validation: DataSummary | None
    validation_split: float
    batch_size: int
    epochs: int
    steps_per_epoch: int | None
    shuffle: bool
    weighted: bool
    callbacks: tuple[Callback, ...]
    history: History | None
    trained: Model
    seconds: float
    recipe: str | None = None


class Loaded(msgspec.Struct, frozen=True, tag="loaded"):
    """The file was imported: the names of the callables that it has, and what TensorFlow would compute on."""

    functions: tuple[str, ...]
    device: str = "cpu"


class Outcome(msgspec.Struct, frozen=True, tag="outcome", kw_only=True):
    """What came of a request that ran student code.

    `mutated` numbers the array arguments that are not what they were before. `warnings` holds the first lines
    of what libraries warned about, as (category, message). `trainings` are those that ran.
    """

    value: Evidence = Null()
    fits: tuple[FitCall, ...] = ()
    mutated: tuple[int, ...] = ()
    warnings: tuple[tuple[str, str], ...] = ()
    seconds: float = 0.0
    trainings: tuple[TrainingRecord, ...] = ()


Reply = Loaded | Outcome


def request_codec() -> Codec[Request]:
    """Return the codec for what the judge asks."""
    return Codec(Request, max_bytes=MAX_ARGUMENT_BYTES)


def reply_codec() -> Codec[Reply]:
    """Return the codec for what the sandbox answers."""
    return Codec(Reply, max_bytes=MAX_REPLY_BYTES)


def asked_codec() -> Codec[Asked]:
    """Return the codec for what the sandbox asks."""
    return Codec(Asked, max_bytes=MAX_DATA_BYTES)


def from_sandbox_codec() -> Codec[Reply | Asked]:
    """Return the codec for all that a sandbox may say; where it is asked for data, they may be larger."""
    return Codec(Reply | Asked, max_bytes=MAX_REPLY_BYTES)
