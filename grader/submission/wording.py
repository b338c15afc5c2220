"""Why a submission is refused, or a part of it left out, in the languages of the course."""

from typing import Final

from grader.language import Text

NOTHING_THERE: Final = Text(en="There is no file or folder {path}.", ko="{path}: 파일이나 폴더가 없습니다.")
NOT_A_FOLDER: Final = Text(en="{path} is not a folder.", ko="{path}: 폴더가 아닙니다.")
NO_SUBMISSIONS: Final = Text(
    en="There is no submission in {path}: no folder, no .zip or .tar.gz, no .py file (ignored: {ignored}).",
    ko="{path} 폴더에 제출물(폴더, .zip, .tar.gz, .py 파일)이 없습니다. 무시한 파일: {ignored}개.",
)
ONE_SUBMISSION: Final = Text(
    en="{path} looks like one student's submission: grade it with `grader grade`, or name the folder that"
    " holds a submission per student.",
    ko="{path} 폴더는 학생 한 명의 제출물로 보입니다."
    " `grader grade`로 채점하거나, 학생마다 제출물이 하나씩 있는 폴더를 지정해 주세요.",
)
UNREADABLE: Final = Text(en="{path} cannot be read ({why}).", ko="{path}: 읽을 수 없습니다({why}).")
NEITHER: Final = Text(
    en="{name} is neither a folder nor an archive (.zip, .tar.gz) nor a .py file.",
    ko="{name}: 폴더도, 압축 파일(.zip, .tar.gz)도, .py 파일도 아닙니다.",
)
WHICH_EXERCISE: Final = Text(
    en="Which exercise is {path}? Name it with --exercise (see `grader list`).",
    ko="{path}: 어느 연습 문제인지 알 수 없습니다. --exercise로 알려 주세요(`grader list` 참고).",
)

LINK: Final = Text(
    en="{name} is a link; hand in the file itself.",
    ko="{name}: 링크입니다. 파일 자체를 제출해 주세요.",
)
SPECIAL: Final = Text(
    en="{name} is neither a plain file nor a folder, and cannot be handed in.",
    ko="{name}: 일반 파일도 폴더도 아니어서 제출할 수 없습니다.",
)
OTHER_ARCHIVE: Final = Text(
    en="{name} is an archive of a kind that is not read here; pack the files as a .zip.",
    ko="{name}: 여기에서 읽을 수 없는 압축 형식입니다. .zip으로 압축해 주세요.",
)

DAMAGED: Final = Text(
    en="The archive is damaged, cut off, or not a {kind} at all; pack the files again.",
    ko="압축 파일이 손상되었거나, 끝이 잘렸거나, {kind} 파일이 아닙니다. 파일을 다시 압축해 주세요.",
)
ENCRYPTED: Final = Text(
    en="The archive is locked with a password; pack the files again without one.",
    ko="압축 파일에 암호가 걸려 있습니다. 암호 없이 다시 압축해 주세요.",
)
PACKING: Final = Text(
    en="{name} is packed in a way that is not read here; pack the files as an ordinary .zip.",
    ko="{name}: 여기에서 읽을 수 없는 방식으로 압축되었습니다. 보통의 .zip으로 압축해 주세요.",
)
OVERLAP: Final = Text(
    en="Files in the archive overlap, which no ordinary program packs; nothing was unpacked.",
    ko="압축 파일 안의 파일들이 서로 겹칩니다. 보통의 프로그램으로 다시 압축해 주세요.",
)

OUTSIDE: Final = Text(
    en="The name {name} leads out of the submission's own folder; nothing was taken.",
    ko="{name}: 제출물 폴더 밖을 가리키는 이름입니다. 아무것도 가져오지 않았습니다.",
)
CONTROL: Final = Text(
    en="The name {name} has a character in it that cannot be seen; rename the file.",
    ko="{name}: 이름에 보이지 않는 제어 문자가 있습니다. 파일 이름을 바꿔 주세요.",
)
LONG_NAME: Final = Text(
    en="The name {name} is too long; give the file or its folders shorter names.",
    ko="{name}: 이름이 너무 깁니다. 파일이나 폴더의 이름을 줄여 주세요.",
)
DEEP: Final = Text(
    en="{name} lies in more than {depth} folders within one another.",
    ko="{name}: 폴더가 {depth}단계보다 깊게 겹쳐 있습니다.",
)
TWICE: Final = Text(
    en="{name} is there twice, so which one is meant cannot be told.",
    ko="{name}: 같은 이름이 두 번 있어서 어느 것을 제출했는지 알 수 없습니다.",
)
ONLY_CASE: Final = Text(
    en="{name} and {other} differ only in upper and lower case, so which one is meant cannot be told.",
    ko="{name}, {other}: 이름이 대소문자만 달라서 어느 것을 제출했는지 알 수 없습니다.",
)
TOO_MANY: Final = Text(
    en="The submission holds more than {limit} files and folders; hand in your own files only.",
    ko="제출물에 파일과 폴더가 {limit}개보다 많습니다. 직접 만든 파일만 제출해 주세요.",
)
TOO_LARGE: Final = Text(
    en="The submission holds more than {mib} MiB; hand in your own files only.",
    ko="제출물의 크기가 {mib} MiB를 넘습니다. 직접 만든 파일만 제출해 주세요.",
)
SOURCE_TOO_LARGE: Final = Text(
    en="{name} is larger than {mib} MiB, which no program written by hand is.",
    ko="{name}: 크기가 {mib} MiB를 넘습니다. 직접 작성한 프로그램은 이렇게 크지 않습니다.",
)

LEFT_OUT: Final = Text(
    en="Left out, since they are links or no plain files: {names}.",
    ko="링크이거나 일반 파일이 아니어서 제외했습니다: {names}.",
)
ARCHIVE_INSIDE: Final = Text(
    en="{name} is an archive inside the submission, and was not opened.",
    ko="{name}: 제출물 안에 들어 있는 압축 파일이라서 열지 않았습니다.",
)
