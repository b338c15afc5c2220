"""A solution with one thing changed, by a rule: to be rejected (a mutant), or to be accepted (a rewrite)."""

from __future__ import annotations

from dataclasses import dataclass

from blake3 import blake3


@dataclass(frozen=True)
class Variant:
    """A whole file, `source`, that differs from a solution in one change.

    `kind` is the rule's short identifier, `function` the function of the solution that is changed, and `what`
    says the change on one line, for people, as in "`images / 255.0` -> `images / 256.0`".
    """

    kind: str
    function: str
    what: str
    source: str

    @property
    def name(self) -> str:
        """Return an identifier that stays the same wherever in its file the change stands.

        It holds no line number, so that a solution with a longer docstring has the same variants.
        """
        return f"{self.kind}-{self.function}-{blake3(self.what.encode()).hexdigest()[:8]}"
