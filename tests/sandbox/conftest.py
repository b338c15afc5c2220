import sys
from collections.abc import Iterator

import pytest

from tests.sandbox.machine import IDENTITIES, Bench, bench, needs

STRONG = [(level, identity) for level in ("hardened", "bwrap") for identity in IDENTITIES]


@pytest.fixture(scope="session", params=STRONG, ids="-".join)
def strong(request: pytest.FixtureRequest) -> Iterator[Bench]:
    """Sandboxes at each level that holds off hostile code, as root and as an ordinary user."""
    yield from _bench(*request.param)


@pytest.fixture(scope="session", params=[("process", IDENTITIES[0]), *STRONG], ids="-".join)
def apart(request: pytest.FixtureRequest) -> Iterator[Bench]:
    """Sandboxes at each level of a process of its own."""
    yield from _bench(*request.param)


def _bench(level: str, identity: str) -> Iterator[Bench]:
    if sys.platform != "linux":
        pytest.skip("these levels are to be had on Linux only")
    if level == "bwrap":
        needs("bwrap")
    with bench(level, identity, "numpy") as opened:
        yield opened
