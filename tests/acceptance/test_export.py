"""`grader export`, `grade --export` and `--junitxml`, as an instructor or a CI job runs them."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.acceptance.classes import FLATTEN, KOREAN, NOT_FLATTENED, Graded, grader
from tests.acceptance.conftest import Run
from tests.export.schema import valid_json, valid_junit

COUNTS = "ch07_1/e02_class_counts"
Write = Callable[[str, str], Path]
RUNNER = {
    "CLASSROOM": "dl-2026",
    "ASSIGNMENT": "chapter-7",
    "SUBMISSION_TAG": "submit/2026-03-02T09-00-00Z-abc1234",
    "COMMIT_URL": "https://github.com/o/r/commit/abc1234",
    "RELEASE_URL": "https://github.com/o/r/releases/tag/submit%2Fx",
}


def scores(folder: Path) -> dict[str, float]:
    """Return the score in each file that was written for Gradescope."""
    return {
        file.stem: float(valid_json("gradescope", file.read_bytes())["score"]) for file in folder.iterdir()
    }


def test_a_class_is_exported_in_each_format_and_who_has_no_grade_is_listed(graded: Graded) -> None:
    for chosen in ("gradescope", "prairielearn", "junit"):
        told = grader(graded.place, "export", "out", "--format", chosen, "--out", chosen)
        assert told.returncode == 1, told.stderr
        assert "not graded: broken:" in told.stdout
    given = {
        row["submission"]: row["total"] for row in gradebook_of((graded.out / "gradebook.csv").read_bytes())
    }
    assert scores(graded.place / "gradescope")[KOREAN] == float(given[KOREAN])
    assert len(scores(graded.place / "gradescope")) == len([total for total in given.values() if total])
    for file in (graded.place / "junit").iterdir():
        valid_junit(file.read_bytes())
    refused = valid_json("prairielearn", (graded.place / "prairielearn" / "broken.json").read_bytes())
    assert refused["gradable"] is False


def gradebook_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_the_gradebook_is_exported_as_it_stands(graded: Graded) -> None:
    told = grader(graded.place, "export", "out", "--format", "csv", "--out", "table.csv")
    assert told.returncode == 1
    assert (graded.place / "table.csv").read_bytes() == (graded.out / "gradebook.csv").read_bytes()
    assert (
        grader(graded.place, "export", "out", "--format", "csv-checks", "--out", "checks.csv").returncode == 1
    )
    rows = gradebook_of((graded.place / "checks.csv").read_bytes())
    hints = {row["hint"] for row in rows if (row["submission"], row["exercise"]) == ("lee", FLATTEN)}
    assert hints - {""} == {"not_flattened"}


def test_canvas_and_moodle_sheets_are_filled_and_the_others_listed(graded: Graded) -> None:
    (graded.place / "canvas.csv").write_text(
        "Student,ID,SIS User ID,SIS Login ID,Section,Chapter 7 (9)\n"
        "    Points Possible,,,,,100\n"
        '"Choi, A",11,s11,choi,1,\n'
        '"Han, B",12,s12,han,1,\n',
        encoding="utf-8",
    )
    (graded.place / "moodle.csv").write_text(
        "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,"
        "Last modified (grade),Feedback comments\n"
        "Participant 77,choi,choi@example.org,Submitted,,100.00,Yes,-,\n",
        encoding="utf-8",
    )
    (graded.place / "roster.csv").write_text("submission,student\nchoi,Participant 77\n", encoding="utf-8")
    for chosen, more in (("canvas", ()), ("moodle", ("--roster", "roster.csv"))):
        told = grader(
            graded.place,
            "export",
            "out",
            "--format",
            chosen,
            "--table",
            f"{chosen}.csv",
            "--out",
            f"{chosen}2.csv",
            *more,
        )
        assert told.returncode == 1, told.stderr
        assert "no student found for the submission: =1+1" in told.stdout
        filled = (graded.place / f"{chosen}2.csv").read_text(encoding="utf-8")
        assert "=1+1" not in filled
    canvas = gradebook_of((graded.place / "canvas2.csv").read_bytes())
    cells = {row["SIS Login ID"]: row["Chapter 7 (9)"] for row in canvas}
    given = {row["submission"]: row for row in gradebook_of((graded.out / "gradebook.csv").read_bytes())}
    assert given["choi"]["max"] == "100"
    assert float(cells["choi"]) == float(given["choi"]["total"])
    assert cells["han"] == ""


@pytest.fixture
def report(run: Run, write: Write, tmp_path: Path) -> Path:
    """The report on one wrong answer, and what `--export` wrote beside it."""
    write(FLATTEN, NOT_FLATTENED)
    done = run(
        "grader",
        "grade",
        "exercises",
        "--exercise",
        FLATTEN,
        "--exercise",
        COUNTS,
        "--profile",
        "small",
        "--json",
        "report.json",
        "--export",
        "gradescope=results/results.json",
        "--export",
        "junit=junit.xml",
    )
    assert done.returncode == 1, done.stderr
    return tmp_path / "report.json"


def test_grade_exports_what_export_makes_of_its_report(run: Run, report: Path, tmp_path: Path) -> None:
    for chosen, name in (("gradescope", "results/results.json"), ("junit", "junit.xml")):
        again = run("grader", "export", str(report), "--format", chosen, "--out", "again")
        assert again.returncode == 0, again.stderr
        assert (tmp_path / name).read_bytes() == (tmp_path / "again").read_bytes()
    alone = run("grader", "export", str(report), "--format", "classroom50", "--out", "result.json", **RUNNER)
    assert alone.returncode == 0, alone.stderr
    result = valid_json("classroom50", (tmp_path / "result.json").read_bytes())
    assert (result["score"], result["max-score"]) == (0, 24)


def test_wrong_usage_exits_with_2_and_says_why(run: Run, report: Path, tmp_path: Path) -> None:
    (tmp_path / "two").mkdir()
    content = report.read_bytes()
    (tmp_path / "two" / "a.json").write_bytes(content)
    (tmp_path / "two" / "b.json").write_bytes(content.replace(b'"exercises",', b'"another",', 1))
    (tmp_path / "damaged.json").write_bytes(content[:300])
    name = str(report)
    for arguments, said in (
        (("export", name, "--format", "latex", "--out", "x"), "latex"),
        (("export", "--format", "gradescope", "--out", "x"), "Which results?"),
        (("export", "nowhere", "--format", "csv", "--out", "x"), "nowhere"),
        (("export", "damaged.json", "--format", "junit", "--out", "x"), "damaged.json"),
        (("export", name, "--format", "canvas", "--out", "x"), "--table"),
        (("export", name, "--format", "canvas", "--table", "damaged.json", "--out", "x"), "no table"),
        (("export", name, "--format", "classroom50", "--out", "x"), "SUBMISSION_TAG"),
        (("export", "two", "--format", "classroom50", "--out", "x"), "holds 2"),
        (("export", "--format", "gradescope-autograder", "--wheel", name, "--out", "x"), "no wheel"),
        (("grade", "exercises", "--export", "latex=x"), "FORMAT=FILE"),
        (("grade", "exercises", "--export", "junit"), "FORMAT=FILE"),
    ):
        done = run("grader", *arguments)
        assert done.returncode == 2, arguments
        assert said in " ".join(done.stderr.split()), arguments
        assert "Traceback" not in done.stderr
        assert not (tmp_path / "x").exists()


def test_an_autograder_is_written_in_one_command(run: Run, tmp_path: Path) -> None:
    done = run("grader", "export", "--format", "gradescope-autograder", "--out", "autograder.zip")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "autograder.zip").read_bytes().startswith(b"PK")


def parsed(content: bytes) -> ET.Element:
    return ET.fromstring(content)  # noqa: S314 - our own


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_junitxml_says_what_checks_are_worth_and_is_valid(
    run: Run, write: Write, tmp_path: Path, workers: tuple[str, ...]
) -> None:
    file = write(FLATTEN, NOT_FLATTENED)
    run("pytest", str(file), "--profile", "small", "--junitxml", "junit.xml", *workers)
    content = valid_junit((tmp_path / "junit.xml").read_bytes())
    properties = {one.get("name"): one.get("value") for one in parsed(content).iter("property")}
    name = f"{FLATTEN}::test_flattens_to_784"
    assert (properties[f"{name}.points"], properties[f"{name}.hint"]) == ("0", "not_flattened")
    assert properties[f"{name}.max_points"] not in ("", "0")


def test_in_the_older_family_properties_are_those_of_the_case(run: Run, write: Write, tmp_path: Path) -> None:
    file = write(FLATTEN, NOT_FLATTENED)
    options = ("--junitxml", "junit.xml", "-o", "junit_family=xunit1", "--profile", "small")
    run("pytest", str(file), *options)
    cases = parsed((tmp_path / "junit.xml").read_bytes()).iter("testcase")
    hints = {case.get("name"): case.find("properties/property[@name='hint']") for case in cases}
    hint = hints["test_flattens_to_784"]
    assert hint is not None
    assert hint.get("value") == "not_flattened"
