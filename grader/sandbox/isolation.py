"""How far student code is kept from the judge and the machine: the levels, and what each promises."""

from __future__ import annotations

from enum import Enum

from grader.language import Text


class Isolation(str, Enum):
    """The levels, weakest first; each keeps what the one before it promises.

    - `NONE`: the judge's own process, for `--pdb`. Nothing is promised.
    - `PROCESS`: a process of its own, within limits: the judge's memory is out of reach, and crashes, endless
      loops and excesses end the sandbox only. Files, network and other processes of the user are open to it.
    - `HARDENED`: besides, no file but its own folder is written and none but the libraries, the data and the
      submission is read; no network, no other program, no other process (Landlock and seccomp).
    - `BWRAP`: besides, a file system that holds nothing else, private process ids and network, and a hard
      limit on the disk (bubblewrap).
    """

    NONE = "none"
    PROCESS = "process"
    HARDENED = "hardened"
    BWRAP = "bwrap"

    @property
    def strength(self) -> int:
        """The place among the levels: the weakest is 0."""
        return list(Isolation).index(self)

    @property
    def restricts_student_code(self) -> bool:
        """Whether it holds against code that means harm."""
        return self.strength >= Isolation.HARDENED.strength

    @property
    def promise(self) -> Text:
        """What the level promises, in a line."""
        return _PROMISES[self]


_PROMISES = {
    Isolation.NONE: Text(
        en="no process of its own, for a debugger: no protection at all",
        ko="디버거용으로, 별도 프로세스가 없습니다. 아무것도 막지 못합니다",
    ),
    Isolation.PROCESS: Text(
        en="a process of its own, within limits: no protection from hostile code",
        ko="별도 프로세스에서 제한 안에서 실행합니다. 악의적인 코드는 막지 못합니다",
    ),
    Isolation.HARDENED: Text(
        en="no other files, no network, no other processes",
        ko="다른 파일, 네트워크, 다른 프로세스를 쓸 수 없습니다",
    ),
    Isolation.BWRAP: Text(
        en="as hardened, with a file system, process ids and a network of its own",
        ko="hardened에 더해 파일 시스템, 프로세스 번호, 네트워크도 따로 둡니다",
    ),
}
