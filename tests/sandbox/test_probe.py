"""What works on a machine is found out by doing."""

import sys

import pytest

from grader.sandbox import Isolation, open_launcher
from grader.sandbox import probe as probing
from grader.sandbox.probe import Probe, probe, strongest, working

on_linux = pytest.mark.skipif(
    sys.platform != "linux", reason="the stronger levels are to be had on Linux only"
)


def test_each_level_promises_what_the_one_before_it_does() -> None:
    assert [level.value for level in sorted(Isolation, key=lambda level: level.strength)] == [
        "none",
        "process",
        "hardened",
        "bwrap",
    ]
    assert [level for level in Isolation if level.restricts_student_code] == [
        Isolation.HARDENED,
        Isolation.BWRAP,
    ]


def test_a_process_of_its_own_works_everywhere() -> None:
    found = probe(Isolation.PROCESS)
    assert found.works, found.told
    assert "no protection" in found.told


@on_linux
def test_where_bubblewrap_is_missing_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.sandbox.bubblewrap.shutil.which", lambda _: None)
    assert probe(Isolation.BWRAP) == Probe(
        Isolation.BWRAP, works=False, told="bubblewrap (`bwrap`) is not installed"
    )


@on_linux
def test_a_level_that_lets_a_submission_do_too_much_does_not_work(monkeypatch: pytest.MonkeyPatch) -> None:
    launch = open_launcher
    # As if a kernel took every order and kept none.
    monkeypatch.setattr(probing, "open_launcher", lambda _, **options: launch(Isolation.PROCESS, **options))
    found = probe(Isolation.HARDENED)
    assert not found.works
    for deed in (
        "reads a file of the user",
        "opens a socket",
        "starts a program",
        "writes outside its folder",
    ):
        assert deed in found.told


def test_the_strongest_that_works_is_chosen_and_none_below_the_minimum(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    works = {Isolation.NONE, Isolation.PROCESS, Isolation.HARDENED}
    monkeypatch.setattr(probing, "probe", lambda level: Probe(level, works=level in works, told=""))
    assert strongest() is Isolation.HARDENED
    assert strongest(Isolation.HARDENED) is Isolation.HARDENED
    assert strongest(Isolation.BWRAP) is None
    assert [found.isolation for found in working()] == list(reversed(Isolation))


@pytest.mark.skipif(sys.platform == "linux", reason="Linux has them")
def test_elsewhere_the_stronger_levels_are_said_to_be_missing() -> None:
    assert "Linux only" in probe(Isolation.HARDENED).told
