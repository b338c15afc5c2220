"""What the answer key holds, and whether it can be used here, in a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from grader.catalog import Exercise
from grader.language import Text
from grader.training.digests import file_digest
from grader.training.key import Key
from grader.training.key.archive import DamagedError
from grader.training.key.index import Index, made_here

_NONE = Text(
    en="none: the reference's trainings are run here, once",
    ko="없음: 모범 답안의 훈련은 이 컴퓨터에서 한 번 실행합니다",
)
_DAMAGED = Text(
    en="damaged, and not used: {why}",
    ko="손상되어 쓰지 않습니다: {why}",
)
_FOUND = Text(
    en="{trainings} trainings ({profiles}) on {device}, with the versions that are here",
    ko="훈련 {trainings}개({profiles}), 장치 {device}, 설치된 버전과 같습니다",
)
_STALE = Text(
    en="{trainings} trainings ({profiles}) on {device}; the reference has changed since: {exercises}",
    ko="훈련 {trainings}개({profiles}), 장치 {device}, 그 뒤로 모범 답안이 바뀐 문제: {exercises}",
)
_ELSEWHERE = Text(
    en="{trainings} trainings ({profiles}) on {device}, of no use here: made with {differences}",
    ko="훈련 {trainings}개({profiles}), 장치 {device}, 만든 환경이 달라 쓸 수 없습니다: {differences}",
)


def state_of(key: Key, exercises: Iterable[Exercise], data: str) -> Text:
    """Return what `key` holds and whether it can be used here, over the data of that name."""
    try:
        key.check()
        index = key.index()
    except DamagedError as error:
        return _DAMAGED.format(why=error)
    if index is None:
        return _NONE
    differences = index.made_with.differences(made_here(data=data))
    changed = changed_since(index, exercises)
    text = _ELSEWHERE if differences else _STALE if changed else _FOUND
    return text.format(
        trainings=len(index.digests),
        profiles=", ".join(sorted(index.profiles)),
        device=index.made_with.device,
        differences=", ".join(differences),
        exercises=", ".join(changed),
    )


def changed_since(index: Index, exercises: Iterable[Exercise]) -> tuple[str, ...]:
    """Return the ids of the exercises whose reference is not the one that the key was made of."""
    kept = [one for profile in index.profiles.values() for one in profile.items()]
    now = {one.id: file_digest(one.reference) for one in exercises if one.reference.is_file()}
    return tuple(sorted({name for name, one in kept if now.get(name) not in (None, one.reference)}))
