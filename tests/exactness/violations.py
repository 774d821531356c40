"""The promises, each with a name, and what was found against them."""

from dataclasses import dataclass, field
from enum import StrEnum


class Promise(StrEnum):
    """The promises that every run checks. The names are those of `docs/guarantees.md`."""

    SAME = "all viewers and the database have the same text"
    COMPLETE = "the text is the provider's, and whole unless something ended it"
    GROWS = "a text only grows, but for an explicit new attempt"
    SENT = "nothing is shown that the provider hasn't sent"
    WRITTEN = "nothing is shown that the database hasn't got"
    TERMINAL = "a terminal status is never left"
    ENDS = "every attempt ends, and every viewer is told"
    LEASED = "no attempt is live without a lease for more than 15 s"
    ONCE = "a message sent twice is one message and one call"
    CLOSED = "an attempt that ended has let go of its provider"
    CLEAN = "nothing is left over"
    RETURNS = "a tab of a killed worker goes on at another within 5 s"


@dataclass(frozen=True, slots=True)
class Violation:
    promise: Promise
    detail: str


@dataclass
class Findings:
    """The findings of one run. Equal findings are noted once."""

    violations: dict[Violation, None] = field(default_factory=dict[Violation, None])

    def add(self, promise: Promise, detail: str) -> None:
        self.violations[Violation(promise, detail)] = None

    def expect(self, holds: object, promise: Promise, detail: str) -> None:
        if not holds:
            self.add(promise, detail)

    @property
    def promises(self) -> set[Promise]:
        return {violation.promise for violation in self.violations}
