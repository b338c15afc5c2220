"""Reports as scores for a class's table, and the comment that goes with each."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from grader.export.class_scores import comment_on, scores_of
from grader.language import Language, Text
from grader.report import CheckStatus, Refusal, Report, Status

WHY = Text(en="This zip is damaged.", ko="압축 파일이 손상되었습니다.")


def without_error(report: Report) -> Report:
    return replace(report, exercises=tuple(one for one in report.exercises if one.status is not Status.ERROR))


def test_a_report_is_a_score(sample: Report) -> None:
    [score] = scores_of([without_error(sample)], [], Language.EN)
    assert (score.submission, score.score, score.max_score, score.graded) == ("kim", 2.0, 9.0, True)


def test_what_the_grader_failed_at_and_what_it_refused_is_not_graded(sample: Report) -> None:
    scores = list(scores_of([sample], [Refusal("lee", WHY)], Language.EN))
    assert [(score.submission, score.graded) for score in scores] == [("kim", False), ("lee", False)]


def test_the_comment_says_the_score_and_what_to_mend_first(sample: Report) -> None:
    lines = comment_on(without_error(sample), Language.EN).splitlines()
    assert lines[:3] == ["Score: 2 of 9", "1 passed, 2 to fix, 1 not attempted", "To fix:"]
    assert lines[3].startswith("- Scale and flatten the images: 28 columns: the image was reshaped per row;")
    assert lines[4].startswith("- Train and evaluate the softmax model: Keras 3 wants a list of metrics")
    assert len(lines) == 5


def test_the_comment_is_in_the_language_asked_for(sample: Report) -> None:
    lines = comment_on(without_error(sample), Language.KO).splitlines()
    assert lines[0] == "점수: 9점 중 2점"
    assert lines[2] == "고칠 것:"
    assert lines[3].startswith("- 이미지의 배율을 맞추고 펼치기: 열이 28개입니다.")


def test_only_the_first_mistakes_are_said(sample: Report) -> None:
    failed = next(one for one in sample.exercises if one.status is Status.FAILED)
    lines = comment_on(replace(sample, exercises=(failed,) * 8), Language.EN).splitlines()
    assert sum(line.startswith("- ") for line in lines) == 5
    assert lines[-1] == "... and 3 more"


def test_nothing_is_to_be_mended_where_all_passed(sample: Report) -> None:
    passed = replace(sample, exercises=sample.exercises[:1])
    assert "To fix" not in comment_on(passed, Language.EN)


def test_a_hidden_check_is_not_told(sample: Report) -> None:
    failed = next(one for one in sample.exercises if one.status is Status.FAILED)
    checks = tuple(
        replace(check, hidden=check.status is not CheckStatus.PASSED)
        for check in failed.checks
        if check.status is not CheckStatus.BLOCKED
    )
    report = replace(sample, exercises=(replace(failed, checks=checks),))
    comment = comment_on(report, Language.EN)
    assert "- Scale and flatten the images (hidden checks)" in comment.splitlines()
    assert "28 columns" not in comment


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), language=st.sampled_from(Language))
def test_any_comment_is_a_few_printable_lines(
    data: st.DataObject, reports: st.SearchStrategy[Report], language: Language
) -> None:
    report = data.draw(reports)
    lines = comment_on(report, language).split("\n")
    assert len(lines) <= 10 + len(report.notes)
    assert all(line.isprintable() and len(line) < 1000 for line in lines)
