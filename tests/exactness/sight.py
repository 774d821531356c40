"""The record of one viewer, step by step. Anything that must not happen is noted at the step where it is shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.exactness.ledger import Ledger
from tests.exactness.violations import Findings, Promise
from tests.exactness.voice import Voice
from tests.support.page_store import PageStore, Shown

LIVE = ("pending", "streaming")


@dataclass
class Sight:
    """Looks at a viewer's page after each delta. `reads` is what the viewer makes of a text: a tab shows its words."""

    name: str
    voice: Voice
    ledger: Ledger
    findings: Findings
    reads: Callable[[str], str] = str
    steps: int = 0
    last: dict[str, Shown] = field(default_factory=dict[str, Shown])
    new_attempts: dict[str, int] = field(default_factory=dict[str, int])

    def look(self, store: PageStore) -> None:
        self.look_at(store.shown())
        self._is_written(store.has()[1])

    def look_at(self, shown: Mapping[str, Shown]) -> None:
        self.steps += 1
        for message_id, now in shown.items():
            last = self.last.get(message_id)
            if now.role == "assistant" and now != last:
                self._is_sent(now)
                if last:
                    self._follows(message_id, last, now)
        self.last = dict(shown)

    @property
    def answers(self) -> list[Shown]:
        return [shown for shown in self.last.values() if shown.role == "assistant"]

    @property
    def is_in_mid_stream(self) -> bool:
        """A message is being written, and this viewer has a part of it."""
        return any(answer.status in LIVE and answer.text for answer in self.answers)

    def _is_sent(self, now: Shown) -> None:
        for part, text in (("content", now.text), ("reasoning", now.reasoning)):
            if not self.voice.has_said(part, text, self.reads):
                self.findings.add(Promise.SENT, f"{self.name}: {part} ends in {text[-40:]!r}")

    def _follows(self, message_id: str, last: Shown, now: Shown) -> None:
        grows = now.text.startswith(last.text) and now.reasoning.startswith(last.reasoning)
        if grows and (last.status in LIVE) >= (now.status in LIVE) and (last.status in LIVE or now == last):
            return
        # Anything else is another attempt, and there are as many of those as were asked for.
        self.new_attempts[message_id] = self.new_attempts.get(message_id, 0) + 1
        if self.new_attempts[message_id] > self.ledger.retries:
            promise = Promise.GROWS if last.status in LIVE else Promise.TERMINAL
            detail = f"{self.name}: {last.status} {last.text[-30:]!r} became {now.status} {now.text[-30:]!r}"
            self.findings.add(promise, detail)

    def _is_written(self, ends: Mapping[str, int]) -> None:
        for stream, end in ends.items():
            attempt_id, _, part = stream.rpartition(":")
            self.expect_written(attempt_id, part, end)

    def expect_written(self, attempt_id: str, part: str, end: int) -> None:
        if end > self.ledger.stored_end(attempt_id, part):
            self.findings.add(Promise.WRITTEN, f"{self.name}: {part} was shown up to {end}")
