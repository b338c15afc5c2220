"""`grader batch` as an instructor uses it: graded once, resumed, interrupted, and what it writes."""

import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from grader.catalog import find
from grader.judging.collecting import points_of
from tests.acceptance.classes import (
    COMMAND,
    COUNTS,
    FLATTEN,
    KOREAN,
    NOT_FLATTENED,
    OPTIONS,
    RIGHT,
    STANDARDIZE,
    Graded,
    all_ended,
    another_programs_database,
    attempted,
    gradebook,
    grader,
    hand_in,
    handed_out,
    plain,
    processes_below,
    small_class,
    started,
    stored,
    verdict_ids,
    waited_for,
    workers_of,
)


def test_everyone_has_a_row_and_who_cannot_be_graded_is_said_with_why(first: Graded) -> None:
    assert first.said.returncode == 3, first.said.stderr
    rows = gradebook(first.out)
    assert set(rows) == {
        KOREAN,
        "'=1+1",
        "broken",
        "choi",
        "empty",
        "lee",
        "park_e04_scale_and_flatten",
        "twin of choi",
    }
    whole = (COUNTS, FLATTEN, STANDARDIZE)
    assert rows[KOREAN]["total"] == f"{sum(points_of(find(one)) for one in whole):g}"
    assert (rows[KOREAN][FLATTEN], rows["choi"][FLATTEN], rows["lee"][FLATTEN]) == ("3", "2", "0")
    assert rows["park_e04_scale_and_flatten"][FLATTEN] == "3"
    assert rows["'=1+1"]["total"] == "0"
    assert rows["empty"]["total"] == "0"
    assert (rows["broken"]["total"], rows["broken"]["max"]) == ("", "")
    assert rows["broken"]["note"]
    assert "broken" in first.said.stdout
    assert "members.txt" in first.said.stdout
    assert "Traceback" not in first.said.stdout + first.said.stderr


def test_there_is_a_report_and_feedback_for_everyone(first: Graded) -> None:
    files = handed_out(first.out)
    assert f"reports/{KOREAN}.json" in files
    assert f"feedback/{KOREAN}/{FLATTEN}.md" in files
    assert "feedback/lee/index.md" in files
    assert "feedback/broken/index.md" in files
    assert "reports/broken.json" not in files
    assert "three axes" in files[f"feedback/lee/{FLATTEN}.md"].decode()
    assert [name for name in files if "/" not in name] == ["class.md", "gradebook.csv"]


def test_the_same_work_is_judged_once_whoever_hands_it_in(first: Graded) -> None:
    rows = stored(first.out, "SELECT submission, exercise, result FROM verdicts WHERE device IS NOT NULL")
    results = {name: [row[1:] for row in rows if row[0] == name] for name in ("choi", "twin of choi")}
    assert len(results["choi"]) == 2
    assert sorted(results["choi"]) == sorted(results["twin of choi"])  # to the millisecond that it took


def test_nothing_of_the_batch_is_left(first: Graded) -> None:
    assert processes_below(first.place) == []
    hidden = {path.name for path in first.out.iterdir() if path.name.startswith(".")}
    assert hidden <= {".lock", ".work"}
    work = Path((first.out / ".work").read_text(encoding="utf-8"))
    assert not work.exists()


def test_a_second_run_judges_nothing_and_writes_the_same(graded: Graded) -> None:
    before, verdicts = handed_out(graded.out), verdict_ids(graded.out)
    again = graded.again()
    assert again.returncode == 3
    assert verdict_ids(graded.out) == verdicts
    assert handed_out(graded.out) == before


def test_what_changed_is_graded_again_and_the_earlier_verdict_is_kept(graded: Graded) -> None:
    before = {row[1:3]: row[0] for row in verdict_ids(graded.out)}
    (graded.submissions / "broken.zip").unlink()
    (graded.submissions / "lee.zip").unlink()
    hand_in(graded.submissions, "lee", {FLATTEN: RIGHT})
    again = graded.again()
    assert again.returncode == 0, again.stderr
    rows = gradebook(graded.out)
    assert (rows["lee"][FLATTEN], rows["lee"][STANDARDIZE]) == ("3", "0")
    assert "broken" not in rows
    assert f"feedback/lee/{STANDARDIZE}.md" not in handed_out(graded.out)
    of_lee = [row for row in verdict_ids(graded.out) if row[1:3] == ("lee", FLATTEN)]
    assert [row[3] for row in of_lee] == [0, 1]
    others = [row for row in verdict_ids(graded.out) if row[1] != "lee"]
    assert others == [row for row in others if before[row[1:3]] == row[0]]


def test_who_is_gone_leaves_the_gradebook_and_deleted_feedback_comes_back(graded: Graded) -> None:
    before, verdicts = handed_out(graded.out), verdict_ids(graded.out)
    shutil.rmtree(graded.out / "feedback")
    shutil.rmtree(graded.submissions / "choi")
    assert graded.again().returncode == 3
    assert "choi" not in gradebook(graded.out)
    after = handed_out(graded.out)
    kept = {name: content for name, content in before.items() if "/choi" not in name and "/" in name}
    assert {name: content for name, content in after.items() if "/" in name} == kept
    assert verdict_ids(graded.out) == verdicts


def test_results_inside_the_folder_of_submissions_are_no_submission(graded: Graded) -> None:
    before, verdicts = handed_out(graded.out), verdict_ids(graded.out)
    inside = graded.submissions / "results"
    graded.out.rename(inside)
    again = grader(graded.submissions, "batch", ".", "--out", "results", *OPTIONS)
    assert again.returncode == 3
    assert handed_out(inside) == before
    assert verdict_ids(inside) == verdicts


@pytest.mark.parametrize(
    ("folder", "out", "status", "said"),
    [
        ("nothing here", "out", 2, "nothing here"),
        ("empty", "out", 2, "no submission"),
        ("only results", "only results/out", 2, "no submission"),
        ("class", "class", 2, "another folder"),
        ("class", "a file", 3, "cannot be written"),
        ("class", "a file/out", 3, "cannot be written"),
        ("class", "of another program", 3, "another program"),
        ("class", "no database", 3, "cannot be used"),
    ],
)
def test_what_cannot_begin_is_one_clear_sentence_and_changes_nothing(
    folder: str, out: str, status: int, said: str, tmp_path: Path
) -> None:
    hand_in(tmp_path / "class", "kim", {FLATTEN: NOT_FLATTENED})
    (tmp_path / "empty").mkdir()
    (tmp_path / "only results" / "out").mkdir(parents=True)
    (tmp_path / "a file").write_text("notes")
    for name in ("of another program", "no database"):
        (tmp_path / name).mkdir()
    (tmp_path / "no database" / "results.sqlite").write_text("notes\n" * 500)
    another_programs_database(tmp_path / "of another program" / "results.sqlite")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    result = grader(tmp_path, "batch", folder, "--out", out, *OPTIONS)
    assert result.returncode == status, result.stderr
    assert said in plain(result.stderr)
    assert "Traceback" not in result.stderr
    assert {path: path.read_bytes() for path in before} == before
    assert "graded" not in result.stdout


def killed(place: Path, moment: Callable[[], bool]) -> None:
    """Kill a batch at that moment."""
    with started(place, *COMMAND) as batch:
        assert waited_for(moment, batch)
        time.sleep(0.05)
        batch.kill()


def interrupted(place: Path, moment: Callable[[], bool]) -> None:
    """End a batch at that moment as Ctrl-C does, another one having been tried beside it."""
    # What a shell starts in the background ignores Ctrl-C, and so would the batch.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with started(place, *COMMAND) as batch:
        assert waited_for(moment, batch)
        batch.send_signal(signal.SIGSTOP)  # or it might be done before the other one has begun
        second = grader(place, *COMMAND)
        batch.send_signal(signal.SIGINT)
        batch.send_signal(signal.SIGCONT)
        said, complaint = batch.communicate(timeout=60)
    assert batch.returncode == 130, complaint
    assert second.returncode == 3
    assert "Another batch is at work" in plain(second.stderr)
    assert "the same command goes on" in plain(complaint)
    assert "Traceback" not in said + complaint


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for one process there")
def test_killed_or_interrupted_at_any_moment_it_goes_on_from_there(first: Graded, tmp_path: Path) -> None:
    small_class(tmp_path / "submissions")
    out = tmp_path / "out"
    kept: list[tuple[Any, ...]] = []
    for end, count in ((killed, 0), (interrupted, 1), (killed, 3), (killed, 6)):
        end(tmp_path, lambda: (out / "results.sqlite").exists() and attempted(out) >= count)  # noqa: B023
        assert all_ended(tmp_path)
        assert verdict_ids(out)[: len(kept)] == kept
        kept = verdict_ids(out)
    assert 6 <= attempted(out) < attempted(first.out)
    with started(tmp_path, *COMMAND) as last:  # a worker that ends is no reason to begin again
        waited_for(lambda: workers_of(last), last)[0].kill()
        complaint = last.communicate(timeout=300)[1]
    assert last.returncode == 3, complaint
    assert verdict_ids(out)[: len(kept)] == kept
    twice = "SELECT 1 FROM verdicts GROUP BY submission, exercise HAVING count(*) > 1"
    assert stored(out, twice) == []
    assert (out / "gradebook.csv").read_bytes() == (first.out / "gradebook.csv").read_bytes()
    assert handed_out(out).keys() == handed_out(first.out).keys()
