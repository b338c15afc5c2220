"""Which exercises exist, read from the files under `reference/` without importing any of them.

The path of a reference is the id of its exercise, its docstring is the task text, and its public functions
are the contract. The docstring has two parts, first English, then Korean, with a line `---` between them;
each part is a title, an empty line, and the task.

The course as students have it holds no `reference/`. A stub says the same, so there the stubs are read.
"""

from __future__ import annotations

import ast
import difflib
import re
import warnings
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from grader.language import Text

__all__ = [
    "CatalogError",
    "Exercise",
    "FunctionSignature",
    "UnknownExerciseError",
    "course_root",
    "exercise_of",
    "exercise_paths",
    "exercises",
    "find",
    "has_answers",
]

_PACKAGE = Path(__file__).resolve().parent
_SEPARATOR = re.compile(r"^---[ \t]*$", re.MULTILINE)
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_FOLDER = re.compile(r"ch\w+", re.ASCII)
_NAME = re.compile(r"e\w+", re.ASCII)


class CatalogError(Exception):
    """The course itself is wrong: a folder is not there, or a reference does not have the agreed form."""


class UnknownExerciseError(LookupError):
    """No exercise has the id that was asked for.

    Attributes:
        id: what was asked for.
        suggestions: ids that look like it, the nearest first; empty when none does.
    """

    def __init__(self, exercise_id: str, suggestions: tuple[str, ...] = ()) -> None:
        self.id = exercise_id
        self.suggestions = suggestions
        meant = f"; did you mean {' or '.join(suggestions)}?" if suggestions else ""
        super().__init__(f"no exercise {exercise_id!r}{meant}")


@dataclass(frozen=True)
class FunctionSignature:
    """How a function of an exercise is called.

    Attributes:
        name: the function's name.
        parameters: the names of all parameters, in order.
        defaults: the source text of the last parameters' default values, in order.
    """

    name: str
    parameters: tuple[str, ...]
    defaults: tuple[str, ...] = ()

    @property
    def required(self) -> int:
        """How many arguments a call must give."""
        return len(self.parameters) - len(self.defaults)

    def __str__(self) -> str:
        plain, optional = self.parameters[: self.required], self.parameters[self.required :]
        shown = [*plain, *(f"{name}={value}" for name, value in zip(optional, self.defaults, strict=True))]
        return f"{self.name}({', '.join(shown)})"


@dataclass(frozen=True)
class Exercise:
    """One exercise: one file in each of `reference/`, `exercises/` and `grader/checks/`.

    Attributes:
        id: the path that all of its files share, as in "ch07_1/e04_scale_and_flatten".
        title: its name in a sentence, without the full stop.
        task: what to write.
        functions: the public functions of the reference, in its order.
        reference: the solution. It exists where the course has its answers.
        stub: the file that a student edits. It may not exist where the course has its answers.
        checks: the tests that judge it. They may not exist.
        checks_module: the name under which the checks are imported.
    """

    id: str
    title: Text
    task: Text
    functions: tuple[FunctionSignature, ...]
    reference: Path
    stub: Path
    checks: Path
    checks_module: str


def course_root(package: Path = _PACKAGE) -> Path:
    """Return the folder that holds `reference/` and `exercises/`, or `exercises/` alone in a students' wheel.

    It is `_course` inside `package` where that was installed from a wheel, else the repository's top folder.

    Raises:
        CatalogError: if there is neither.
    """
    # The wheel's own copy first: beside an installed package, "reference" may be somebody else's.
    if (package / "_course").is_dir():
        return package / "_course"
    if has_answers(package.parent):
        return package.parent
    raise CatalogError(
        f"no course: there is no folder {package / '_course'}, and no 'reference' in {package.parent}"
    )


def has_answers(root: Path | None = None) -> bool:
    """Return whether the course at `root` (`course_root()` if None) holds the solutions.

    Raises:
        CatalogError: as `course_root`.
    """
    return ((course_root() if root is None else root) / "reference").is_dir()


def exercises(root: Path | None = None) -> tuple[Exercise, ...]:
    """Return every exercise of the course at `root` (`course_root()` if None), in the order of their ids.

    The files are read once per process and root.

    Raises:
        CatalogError: if there are no exercises, or a reference does not have the agreed form; it names the
            file and the problem.
    """
    return _read_course((course_root() if root is None else root).absolute())


def find(exercise_id: str, root: Path | None = None) -> Exercise:
    """Return the exercise with the id `exercise_id`.

    Raises:
        UnknownExerciseError: if there is none; it suggests the nearest ids.
        CatalogError: as `exercises`.
    """
    by_id = {exercise.id: exercise for exercise in exercises(root)}
    if exercise_id in by_id:
        return by_id[exercise_id]
    # A student who leaves the chapter out ("e04_scale") still gets the exercise suggested.
    spellings = {spelling: known for known in by_id for spelling in (known.rpartition("/")[2], known)}
    near = difflib.get_close_matches(exercise_id[:200].lower(), spellings, n=6, cutoff=0.6)
    suggestions = tuple(dict.fromkeys(spellings[spelling] for spelling in near))[:3]
    raise UnknownExerciseError(exercise_id, suggestions)


def exercise_of(path: Path, root: Path | None = None) -> Exercise | None:
    """Return the exercise that the name of the file `path` stands for, or None.

    The folder and the file name decide (`ch07_1/e04_scale_and_flatten.py`); where they name no exercise, the
    file name alone does, if only one exercise has it. The file need not exist.

    Raises:
        CatalogError: as `exercises`.
    """
    if path.suffix != ".py":
        return None
    named = [exercise for exercise in exercises(root) if exercise.reference.name == path.name]
    in_folder = [exercise for exercise in named if exercise.reference.parent.name == path.parent.name]
    if in_folder:
        return in_folder[0]
    return named[0] if len(named) == 1 else None


def exercise_paths(folder: Path) -> dict[str, Path]:
    """Return the files in `folder` that have the name of an exercise (`ch*/e*.py`) by their ids, in order."""
    found = {
        f"{path.parent.name}/{path.stem}": path
        for path in folder.glob("*/*.py")
        if _FOLDER.fullmatch(path.parent.name) and _NAME.fullmatch(path.stem)
    }
    return dict(sorted(found.items()))


@cache
def _read_course(root: Path) -> tuple[Exercise, ...]:
    told = root / ("reference" if has_answers(root) else "exercises")
    if not told.is_dir():
        raise CatalogError(f"{root}: no folder 'reference', and no 'exercises'")
    return tuple(_read(root, name, path) for name, path in exercise_paths(told).items())


def _read(root: Path, exercise_id: str, path: Path) -> Exercise:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what the compiler remarks on is for the linter
            tree = ast.parse(path.read_bytes(), filename=str(path))
        title, task = _texts(ast.get_docstring(tree))
        functions = _functions(tree)
    except (SyntaxError, ValueError, OSError) as error:
        raise CatalogError(f"{path}: {error}") from error
    chapter, name = exercise_id.split("/")
    return Exercise(
        id=exercise_id,
        title=title,
        task=task,
        functions=functions,
        reference=root / "reference" / chapter / f"{name}.py",
        stub=root / "exercises" / chapter / f"{name}.py",
        checks=_PACKAGE / "checks" / chapter / f"{name}.py",
        checks_module=f"grader.checks.{chapter}.{name}",
    )


def _texts(docstring: str | None) -> tuple[Text, Text]:
    """Return the title and the task; raise ValueError where `docstring` does not have the agreed form."""
    if not docstring:
        raise ValueError("no docstring: it must hold the task text")
    parts = _SEPARATOR.split(docstring)
    if len(parts) != 2:
        raise ValueError(
            f"the docstring has {len(parts) - 1} lines '---': one must stand between English and Korean"
        )
    (en_title, en_task), (ko_title, ko_task) = _part(parts[0], "English"), _part(parts[1], "Korean")
    if _HANGUL.search(en_task) or not _HANGUL.search(ko_task):
        raise ValueError("the docstring must hold the English text first and the Korean text after '---'")
    return Text(en=en_title, ko=ko_title), Text(en=en_task, ko=ko_task)


def _part(part: str, language: str) -> tuple[str, str]:
    """Return the title and the task of one half of a docstring; raise ValueError where one is missing."""
    title, _, rest = part.strip().partition("\n")
    if not title:
        raise ValueError(f"the {language} part of the docstring is empty")
    first, _, task = rest.partition("\n")
    if first.strip():
        raise ValueError(f"the {language} title must be one line with an empty line after it")
    if not task.strip():
        raise ValueError(f"the {language} part of the docstring has a title and no task")
    return title.strip().removesuffix("."), task.strip()


def _functions(tree: ast.Module) -> tuple[FunctionSignature, ...]:
    """Return the signatures of the public functions; raise ValueError where they are no clear contract."""
    public = [
        node for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]
    if not public:
        raise ValueError("no public function")
    for node in public:
        if [other.name for other in public].count(node.name) > 1:
            raise ValueError(f"line {node.lineno}: {node.name} is defined more than once")
        if node.args.posonlyargs or node.args.kwonlyargs or node.args.vararg or node.args.kwarg:
            raise ValueError(f"line {node.lineno}: {node.name} must take plain parameters only (no *, /, **)")
    return tuple(
        FunctionSignature(
            name=node.name,
            parameters=tuple(argument.arg for argument in node.args.args),
            defaults=tuple(ast.unparse(default) for default in node.args.defaults),
        )
        for node in public
    )
