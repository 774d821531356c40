"""Losses inside a worker: notices on their way through the hub, and acknowledgements of commits."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager

from sqlalchemy.exc import OperationalError

from chat_stream.database import Database
from chat_stream.streaming.hub import Committed, Notice
from chat_stream.streaming.journal import journal
from chat_stream.streaming.journal.writer import Draft
from chat_stream.worker import Worker
from tests.exactness.plan import Fault
from tests.exactness.voice import Speech
from tests.support.eventually import comes_true


class Losses:
    """Stands between a worker and its hub, and around the journal's commits; loses what it is told to lose."""

    def __init__(self) -> None:
        self._armed: set[Fault] = set()
        self._drops_wake = False

    def stand_before(self, worker: Worker) -> None:
        publish = worker.hub.publish

        def publish_or_lose(topic: str, notice: Notice) -> None:
            if not self._takes(topic, notice):
                publish(topic, notice)

        worker.hub.publish = publish_or_lose  # type: ignore[method-assign]

    @contextmanager
    def around_commits(self) -> Generator[None]:
        commit = journal.commit

        async def commit_and_forget(database: Database, drafts: Sequence[Draft]) -> set[str]:
            accepted = await commit(database, drafts)
            if self._loses(Fault.ACKNOWLEDGEMENT_LOST):
                raise OperationalError("COMMIT", {}, OSError("the acknowledgement was lost"))
            return accepted

        journal.commit = commit_and_forget
        try:
            yield
        finally:
            journal.commit = commit

    def arm(self, fault: Fault) -> None:
        """Loses the next of its kind, whenever that comes."""
        self._armed.add(fault)

    async def lose(self, fault: Fault, speech: Speech) -> bool:
        """Loses the next of its kind; False if there was none until the speech was over."""
        self.arm(fault)
        await comes_true(lambda: fault not in self._armed or speech.is_closed)
        is_lost = await comes_true(lambda: fault not in self._armed, within=1.0)  # notices come after the last word
        self._armed.discard(fault)
        return is_lost

    def _takes(self, topic: str, notice: Notice) -> bool:
        if self._drops_wake and topic.startswith("chat:"):
            self._drops_wake = False
            return True
        if not isinstance(notice, Committed):
            return False
        if not notice.status.is_terminal:
            return self._loses(Fault.DELTA_DROPPED)
        if self._loses(Fault.ENDING_DROPPED):
            self._drops_wake = True
            return True
        return self._loses(Fault.LAST_DELTA_DROPPED)

    def _loses(self, fault: Fault) -> bool:
        if fault not in self._armed:
            return False
        self._armed.discard(fault)
        return True
