"""How far student code is kept from the judge and the machine: the levels, and what each promises."""

from __future__ import annotations

from enum import Enum


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
