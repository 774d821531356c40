"""The last look: when everything came to rest, every text is compared with what the provider said."""

import hashlib

from tests.exactness.ledger import LIVE, Answer
from tests.exactness.plan import Fault, Kind
from tests.exactness.sight import Sight
from tests.exactness.stage import Stage
from tests.exactness.violations import Promise
from tests.support.eventually import comes_true
from tests.support.page_store import Shown

PATIENCE = 30.0
ENDED_BY: dict[str, tuple[Fault, ...]] = {
    "failed": (Fault.PROVIDER_CUT, Fault.PROVIDER_ERROR),
    "stopped": (Fault.STOPPED,),
    "interrupted": (
        *(Fault.KILLED, Fault.TERMINATED, Fault.LEASE_TAKEN),
        *(Fault.WRITER_KILLED, Fault.WATCHER_KILLED, Fault.WRITER_SUSPENDED),
        Fault.POSTGRESQL_RESTARTED,  # where it took an acknowledgement with it, nobody writes what was begun
    ),
}
"""The faults that explain an ending; the last ones strike all answers of a server."""


async def rest(stage: Stage, patience: float = PATIENCE) -> None:
    """Waits until all attempts ended and all viewers show what is stored; notes who never does."""
    await comes_true(lambda: not stage.ledger.has_live_attempts(), within=patience, every=0.01)
    stage.findings.expect(not stage.ledger.has_live_attempts(), Promise.ENDS, "an attempt never ended")
    for watcher in stage.watchers:
        await comes_true(
            lambda sight=watcher.sight: _shows_all(sight, stage.ledger.answers()), within=patience / 3, every=0.02
        )
        for answer in stage.ledger.answers():
            _compare(stage, watcher.sight, answer)
    await comes_true(lambda: all(speech.is_closed for speech in stage.voice.speeches), within=patience / 3)


def judge(stage: Stage) -> None:
    """Compares what is stored with what was said."""
    answers = stage.ledger.answers()
    asked = len(stage.plan.questions)
    messages = stage.ledger.count("messages")
    stage.findings.expect(messages == 2 * asked, Promise.ONCE, f"{messages} messages after {asked} questions")
    for answer in answers:
        _judge(stage, answer)
    is_closed = all(speech.is_closed for speech in stage.voice.speeches)
    stage.findings.expect(is_closed, Promise.CLOSED, "a provider is still being asked")
    left = stage.ledger.count("journal_entries")
    stage.findings.expect(not left, Promise.CLEAN, f"{left} journal entries")


def _shows_all(sight: Sight, answers: list[Answer]) -> bool:
    return all(_is_same(sight, answer, sight.last.get(answer.message_id)) for answer in answers)


def _is_same(sight: Sight, answer: Answer, shown: Shown | None) -> bool:
    """A tab shows the reasoning only to who opens it."""
    if shown is None or shown.status != answer.status:
        return False
    has_same_reasoning = sight.reads is not str or digest(shown.reasoning) == digest(answer.reasoning)
    return has_same_reasoning and digest(shown.text) == digest(sight.reads(answer.content))


def _compare(stage: Stage, sight: Sight, answer: Answer) -> None:
    shown = sight.last.get(answer.message_id)
    if shown is None or (shown.status in LIVE and answer.status not in LIVE):
        stage.findings.add(Promise.ENDS, f"{sight.name} was never told that an answer is {answer.status}")
    elif not _is_same(sight, answer, shown):
        detail = f"{sight.name} has {len(shown.text)} of {len(answer.content)} characters, {shown.status}"
        stage.findings.add(Promise.SAME, detail)


def _judge(stage: Stage, answer: Answer) -> None:
    speeches = stage.voice.of(answer.question)
    # A call that was cut before its first token arrived is repeated; nobody else asks without an attempt.
    calls = len(speeches) - sum(1 for speech in speeches if Fault.PROVIDER_CUT in speech.strikes)
    is_once = calls <= answer.number
    stage.findings.expect(is_once, Promise.ONCE, f"{len(speeches)} calls for {answer.number} attempts")
    said = [speech for speech in speeches if speech.has_said("content", answer.content)]
    said = [speech for speech in said if speech.has_said("reasoning", answer.reasoning)]
    where = f"answer {answer.question}, {answer.status}, {len(answer.content)} characters"
    stage.findings.expect(said or not answer.content, Promise.COMPLETE, f"{where}: nobody said that")
    if answer.status == "completed":
        is_whole = any(speech.is_whole and speech.text("content") == answer.content for speech in said)
        stage.findings.expect(is_whole, Promise.COMPLETE, f"{where}: it isn't whole")
    elif answer.status not in LIVE:
        _judge_ending(stage, answer, where)
    is_counted = len(answer.content) == answer.content_end or answer.status in LIVE
    stage.findings.expect(is_counted, Promise.COMPLETE, f"{where}: its end is {answer.content_end}")


def _judge_ending(stage: Stage, answer: Answer, where: str) -> None:
    excuses = [
        planned
        for planned in stage.plan.faults
        if planned.fault in ENDED_BY[answer.status]
        and (answer.status == "interrupted" or planned.question == answer.question)
    ]
    stage.findings.expect(excuses, Promise.COMPLETE, f"{where}: nothing ended it")
    if answer.status == "failed" and stage.plan.kind is Kind.IN_PROCESS:
        said = [speech.text("content") for speech in stage.voice.of(answer.question)]
        stage.findings.expect(answer.content in said, Promise.COMPLETE, f"{where}: its tail is missing")


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
