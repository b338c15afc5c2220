"""Every sentence that the renderings add of their own, in each language."""

from __future__ import annotations

from typing import Final

from grader.language import Text
from grader.report.model import Reason

POINTS: Final = Text(en="{score} of {max_score} points", ko="{max_score}점 중 {score}점")
POINTS_WORTH: Final = Text(en="{score} points", ko="{score}점")
POINT_WORTH: Final = Text(en="1 point", ko="1점")
HIDDEN_CHECK: Final = Text(
    en="(This check was hidden until now: it looks at what the task says too.)",
    ko="(지금까지 공개하지 않은 검사입니다. 역시 문제에 쓰여 있는 내용을 확인합니다.)",
)
NOT_SCORED: Final = Text(en="not scored", ko="채점하지 못함")
EMPTY: Final = Text(en="(empty)", ko="(비어 있음)")

EXPECTED: Final = Text(en="Expected", ko="기대한 값")
ACTUAL: Final = Text(en="Seen", ko="실제 값")
CAUSE: Final = Text(en="Why", ko="원인")
READ_ON: Final = Text(en="Read on", ko="읽을거리")
YOUR_CODE: Final = Text(en="In your file", ko="작성한 파일에서")
LIBRARY_MESSAGE: Final = Text(en="The library's own message", ko="라이브러리가 낸 원래 메시지")
IN_FUNCTION: Final = Text(en="in {function}", ko="{function} 함수")
DETAILS: Final = Text(en="Details", ko="자세한 내용")
FRAMES_LEFT_OUT: Final = Text(en="... {count} more lines like these ...", ko="... 비슷한 {count}줄 생략 ...")

TO_FIX: Final = Text(en="To fix", ko="고칠 것")
NOT_LOOKED_AT: Final = Text(en="Not looked at yet", ko="아직 확인하지 않은 것")
BUILDS_ON_ONE: Final = Text(
    en="This builds on the point above, so it will be looked at once that is fixed:",
    ko="위의 항목을 바탕으로 하므로, 그것을 고친 뒤에 확인합니다.",
)
BUILDS_ON_SEVERAL: Final = Text(
    en="This builds on the points above, so it will be looked at once those are fixed:",
    ko="위의 항목들을 바탕으로 하므로, 그것들을 고친 뒤에 확인합니다.",
)
BUILDS_ON_OTHERS: Final = Text(
    en="This builds on something that has not passed yet:",
    ko="아직 통과하지 못한 다른 것을 바탕으로 합니다.",
)
PASSED: Final = Text(en="Passed", ko="통과한 것")
NOTES: Final = Text(en="Notes", ko="참고")
ALL_PASSED_PAGE: Final = Text(
    en="Everything in this exercise is right.", ko="이 연습 문제는 모두 맞았습니다."
)
GRADERS_FAULT: Final = Text(en="The grader's own fault", ko="채점기의 오류")
GRADERS_FAULT_SENTENCE: Final = Text(
    en="The grader failed here. It is not your mistake and costs no points; please tell your instructor.",
    ko="채점기에 문제가 생겼습니다. 여러분의 실수가 아니며 점수도 깎이지 않습니다. 선생님께 알려 주세요.",
)

INDEX_TITLE: Final = Text(en="Feedback: {submission}", ko="피드백: {submission}")
START_HERE: Final = Text(en="Start here", ko="여기서 시작하세요")
NOT_ATTEMPTED: Final = Text(en="Not attempted yet", ko="아직 풀지 않은 것")
BACK_TO_INDEX: Final = Text(en="All exercises", ko="전체 목록")
GRADED_WITH: Final = Text(
    en="Graded on {data} ({profile}) with Python {python}, TensorFlow {tensorflow}, Keras {keras}, "
    "scikit-learn {scikit_learn}; device {device}, isolation {isolation}, seed {seed}.",
    ko="채점 환경: 데이터 {data} ({profile}), Python {python}, TensorFlow {tensorflow}, Keras {keras}, "
    "scikit-learn {scikit_learn}, 장치 {device}, 격리 {isolation}, 시드 {seed}.",
)

SCORE: Final = Text(en="Score: {score} of {max_score}", ko="점수: {max_score}점 중 {score}점")
COUNT_PASSED: Final = Text(en="{count} passed", ko="통과 {count}")
COUNT_FAILED: Final = Text(en="{count} to fix", ko="고칠 것 {count}")
COUNT_NOT_ATTEMPTED: Final = Text(en="{count} not attempted", ko="풀지 않음 {count}")
COUNT_ERROR: Final = Text(en="{count} not graded", ko="채점 못함 {count}")
DATA: Final = Text(en="Data: {data} ({profile})", ko="데이터: {data} ({profile})")
NOT_GRADED: Final = Text(
    en="Not graded: the grader failed here, not you.", ko="채점기 오류로 채점하지 못했습니다."
)
NEXT_OPEN: Final = Text(en="Next: open {path}", ko="다음: {path} 파일을 여세요")
NEXT_FIX: Final = Text(en="Next: fix {path}", ko="다음: {path} 파일을 고치세요")
NEXT_WRITE: Final = Text(en="Next: write {path}", ko="다음: {path} 파일을 작성하세요")
NEXT_TELL: Final = Text(
    en="Some exercises could not be graded. Please tell your instructor.",
    ko="채점하지 못한 연습 문제가 있습니다. 선생님께 알려 주세요.",
)
ALL_PASSED: Final = Text(en="Everything passed. Well done!", ko="모두 통과했습니다. 잘했습니다!")
NOTHING_GRADED: Final = Text(en="No exercise was graded.", ko="채점한 연습 문제가 없습니다.")

COLUMN_NAME: Final = Text(en="Submission", ko="제출물")
COLUMN_SCORE: Final = Text(en="Score", ko="점수")
COLUMN_PASSED: Final = Text(en="Passed", ko="통과")
COLUMN_FAILED: Final = Text(en="To fix", ko="고칠 것")
COLUMN_NOT_ATTEMPTED: Final = Text(en="Not attempted", ko="풀지 않음")
COLUMN_ERROR: Final = Text(en="Not graded", ko="채점 못함")

NOTE_NOT_GRADED: Final = Text(en="could not be graded: {exercises}", ko="채점하지 못함: {exercises}")

CLASS_TITLE: Final = Text(en="The class", ko="반 전체")
CLASS_SIZE: Final = Text(en="Submissions: {count}", ko="제출물: {count}")
COUNT_GRADED: Final = Text(en="{count} graded", ko="채점 {count}")
COUNT_IN_PART: Final = Text(en="{count} graded in part", ko="일부만 채점 {count}")
COUNT_REFUSED: Final = Text(en="{count} not graded", ko="채점 못함 {count}")
CLASS_SCORES: Final = Text(
    en="Scores (graded whole: {submissions}; out of {max_score}): mean {mean}, median {median}, "
    "middle half from {lower_quartile} to {upper_quartile}, lowest {lowest}, highest {highest}.",
    ko="점수(모두 채점한 제출물 {submissions}개, {max_score}점 만점): 평균 {mean}, 중앙값 {median}, "
    "가운데 절반 {lower_quartile}~{upper_quartile}, 최저 {lowest}, 최고 {highest}.",
)
EXERCISES: Final = Text(en="Exercises", ko="연습 문제")
COLUMN_EXERCISE: Final = Text(en="Exercise", ko="연습 문제")
COLUMN_RATE_OF_ATTEMPTED: Final = Text(en="Of tried", ko="시도 대비")
COLUMN_RATE_OF_ALL: Final = Text(en="Of all", ko="전체 대비")
RATES_EXPLAINED: Final = Text(
    en="The shares are of those that passed: of the submissions that attempted the exercise, and of all. "
    "What could not be graded counts in neither.",
    ko="비율은 통과한 제출물의 비율입니다. 그 문제를 시도한 제출물 대비, 전체 제출물 대비로 나타냅니다. "
    "채점하지 못한 것은 어느 쪽에도 넣지 않습니다.",
)
FREQUENT_MISTAKES: Final = Text(en="The most frequent mistakes", ko="가장 흔한 실수")
MISTAKES_BY_EXERCISE: Final = Text(en="Mistakes by exercise", ko="문제별 실수")
VALUES_OF_ONE: Final = Text(
    en="Where a hint names values, they are those of the most frequent case.",
    ko="힌트에 나오는 값은 가장 많이 나온 경우의 값입니다.",
)
SUBMISSION_ONE: Final = Text(en="1 submission", ko="제출물 1개")
SUBMISSIONS: Final = Text(en="{count} submissions", ko="제출물 {count}개")
AND_OTHERS: Final = Text(en="{exercise} and {count} more", ko="{exercise} 외 {count}문제")
CLASS_NOT_GRADED: Final = Text(en="Could not be graded", ko="채점하지 못한 것")
MORE: Final = Text(en="... and {count} more", ko="... 그 밖에 {count}개")

NO_CHANGES: Final = Text(en="No score changed.", ko="바뀐 점수가 없습니다.")
CHANGED_ONE: Final = Text(en="The score of 1 submission changed.", ko="제출물 1개의 점수가 바뀌었습니다.")
CHANGED: Final = Text(
    en="The scores of {count} submissions changed.", ko="제출물 {count}개의 점수가 바뀌었습니다."
)
MUST_RUN_AGAIN: Final = Text(
    en="These keep their earlier score: what is stored of them does not answer every check of today. "
    "Run the batch again to grade them anew.",
    ko="다음은 이전 점수를 그대로 둡니다. 저장된 기록만으로는 지금의 검사를 모두 할 수 없습니다. "
    "다시 채점하려면 batch를 다시 실행하세요.",
)

REASONS: Final[dict[Reason, Text]] = {
    Reason.EXCEPTION: Text(
        en="Your code stopped with an exception.", ko="코드가 예외를 일으키며 멈췄습니다."
    ),
    Reason.CRASH: Text(
        en="Python itself ended while your code ran (for example by `sys.exit`, or by endless recursion).",
        ko="코드를 실행하던 중에 Python이 끝나 버렸습니다(예: `sys.exit`, 끝없는 재귀 호출).",
    ),
    Reason.TIMEOUT: Text(
        en="Your code did not finish in the time it has. Is there a loop that never ends?",
        ko="코드가 제한 시간 안에 끝나지 않았습니다. 끝나지 않는 반복문이 있는지 보세요.",
    ),
    Reason.MEMORY_LIMIT: Text(
        en="Your code used more memory than it has.", ko="코드가 쓸 수 있는 메모리보다 많이 썼습니다."
    ),
    Reason.DISK_LIMIT: Text(
        en="Your code wrote more to the disk than it may.",
        ko="코드가 디스크에 쓸 수 있는 양보다 많이 썼습니다.",
    ),
    Reason.OUTPUT_LIMIT: Text(
        en="Your code printed more than can be read. Is there a `print` inside a loop?",
        ko="코드가 너무 많이 출력했습니다. 반복문 안에 `print`가 있는지 보세요.",
    ),
    Reason.FORBIDDEN: Text(
        en="Your code tried what an exercise may not do (the network, other programs, other files).",
        ko="연습 문제에서 허용되지 않는 일을 하려고 했습니다(네트워크, 다른 프로그램, 다른 파일).",
    ),
    Reason.IMPORT_ERROR: Text(
        en="Your file could not be imported, so none of its functions could be called.",
        ko="파일을 불러올 수 없어서 함수를 하나도 호출하지 못했습니다.",
    ),
    Reason.SYNTAX_ERROR: Text(
        en="Python cannot read your file: it has a syntax error.",
        ko="파일에 문법 오류가 있어서 Python이 읽지 못합니다.",
    ),
}
