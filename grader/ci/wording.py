"""What the CI job says, in both languages; what it shares with the other renderings is in `grader.report`."""

from __future__ import annotations

from typing import Final

from grader.language import Text

ALL_PASSED: Final = Text(
    en="Passed: everything that was attempted is right ({score} of {max_score} points).",
    ko="통과: 푼 문제가 모두 맞았습니다({max_score}점 중 {score}점).",
)
NOT_ALL_PASSED: Final = Text(
    en="Not passed yet: there is something to fix in {count} of {attempted} attempted exercises "
    "({score} of {max_score} points).",
    ko="아직 통과하지 못했습니다: 푼 문제 {attempted}개 중 {count}개에 고칠 것이 있습니다"
    "({max_score}점 중 {score}점).",
)
NOTHING_ATTEMPTED: Final = Text(
    en="Nothing has been attempted yet, so nothing can be wrong.",
    ko="아직 푼 문제가 없으므로 틀린 것도 없습니다.",
)
ENOUGH: Final = Text(
    en="Passed: {score} of {max_score} points, and {needed} are needed.",
    ko="통과: {max_score}점 중 {score}점이며, 필요한 점수는 {needed}점입니다.",
)
NOT_ENOUGH: Final = Text(
    en="Not passed yet: {score} of {max_score} points, and {needed} are needed.",
    ko="아직 통과하지 못했습니다: {max_score}점 중 {score}점이며, 필요한 점수는 {needed}점입니다.",
)
NOT_ALL_GRADED: Final = Text(
    en="No verdict: the grader itself failed, and {count} of the exercises could not be judged. This is not "
    "your mistake and costs no points; please tell your instructor.",
    ko="판정하지 못했습니다: 문제 {count}개에서 채점기에 오류가 생겼습니다. 여러분의 실수가 아니며 점수도 "
    "깎이지 않습니다. 선생님께 알려 주세요.",
)
NO_EXERCISES: Final = Text(
    en="No verdict: the report holds no exercises. Is the folder of the exercises where it should be?",
    ko="판정하지 못했습니다: 보고서에 문제가 하나도 없습니다. 연습 문제 폴더가 제자리에 있나요?",
)
NO_REPORT: Final = Text(
    en="No verdict: there is no report at {path}. What came before did not get as far as a grade; its log "
    "says why.",
    ko="판정하지 못했습니다: {path}에 보고서가 없습니다. 앞 단계가 채점을 마치지 못했습니다. 그 로그에 "
    "이유가 나옵니다.",
)
DAMAGED_REPORT: Final = Text(
    en="No verdict: the report {path} cannot be read. {why}",
    ko="판정하지 못했습니다: 보고서 {path} 파일을 읽을 수 없습니다. {why}",
)

VERDICT: Final = Text(en="Verdict", ko="판정")
NOT_GRADED: Final = Text(en="Not graded", ko="채점 못함")
COLUMN_STATUS: Final = Text(en="Status", ko="상태")
COLUMN_POINTS: Final = Text(en="Points", ko="점수")
MORE_IN_SUMMARY: Final = Text(
    en="{count} more like these are in the summary of this job.",
    ko="이런 것이 {count}개 더 있습니다. 작업 요약에서 볼 수 있습니다.",
)
MORE_TITLE: Final = Text(en="There is more", ko="더 있습니다")
CUT: Final = Text(
    en="This page is full: {count} of the exercises are left out. The page of each is in the folder "
    "`feedback` among the artifacts of this run.",
    ko="이 페이지에 다 담지 못해 문제 {count}개를 뺐습니다. 문제별 페이지는 이 실행의 아티팩트에 있는 "
    "`feedback` 폴더에 있습니다.",
)
