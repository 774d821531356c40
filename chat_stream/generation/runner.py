"""Runs generations as tasks of the worker, which belong to no tab and to no Reflex event.

Invariant: each generation ends its attempt exactly once: completed, stopped, failed, or interrupted when its worker
stops. If the worker dies, the sweep ends it.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass, replace

import structlog

from chat_stream.database import Database
from chat_stream.generation.answer import Answer, Meter
from chat_stream.generation.prompt import CredentialsFor, prompt_for
from chat_stream.llm import Chunk, ProviderError, Request, metered
from chat_stream.models import Attempt, Ending, Status
from chat_stream.streaming import Hub, Journal, JournalFull, Positions, Refused, Writer, fence_topic
from chat_stream.streaming.journal.lease import INTERRUPTION, Leases
from chat_stream.telemetry import own_context, span
from chat_stream.texts import Text

Stream = Callable[[Request], AsyncGenerator[Chunk]]


@dataclass(frozen=True, slots=True)
class Calls:
    """How models are called: the stream that answers a request, the credentials of an account, and a callback for each
    outcome."""

    stream: Stream
    credentials_for: CredentialsFor
    on_outcome: Callable[[str], object] = lambda _: None


RETRIES = 2
"""How often a failed call is repeated automatically, and only if it can't have been served: asking twice may cost
twice."""
BACKOFF = 0.5
"""Seconds before the first repetition. Each further wait is twice as long."""
HANDOVER = 2.0
"""The most seconds for storing the endings of generations that a stopping worker couldn't wait for."""
LONGEST_WAIT = 20.0
"""The longest wait that a provider may ask for, in seconds. Longer ones count as failures."""
REFUSED = "refused"
"""The outcome of a generation whose attempt another worker ended or took over. Other outcomes are statuses."""

log = structlog.get_logger()


class Runner:
    """The running generations of one worker.

    Args:
        on_completion: Called with the id of each completed attempt.
        on_end: Called with the chat's id after each generation, however it ended.
    """

    def __init__(
        self,
        database: Database,
        hub: Hub,
        journal: Journal,
        leases: Leases,
        calls: Calls,
        *,
        on_completion: Callable[[str], object] = lambda _: None,
        on_end: Callable[[str], object] = lambda _: None,
    ) -> None:
        self._database = database
        self._hub = hub
        self._journal = journal
        self._leases = leases
        self._stream = calls.stream
        self._credentials_for = calls.credentials_for
        self.meter: Meter = metered
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._endings: dict[str, Ending] = {}
        self._is_draining = False
        self._on_outcome = calls.on_outcome
        self._on_completion = on_completion
        self._on_end = on_end

    def start(self, attempt: Attempt) -> None:
        """Begins to answer. The task gets a context of its own, because it must not end with the event that asked for
        it."""
        has = Positions(attempt.content_end, attempt.reasoning_end)
        writer = self._journal.open(attempt.id, attempt.fence, attempt.chat_id, has, lambda: self._cancel(attempt.id))
        context = own_context(attempt=attempt.id, message=attempt.message_id)
        task = asyncio.create_task(self._run(writer), name=f"generation {attempt.id}", context=context)
        self._tasks[attempt.id] = task
        task.add_done_callback(lambda _: self._tasks.pop(attempt.id, None))
        # A worker that stops this attempt takes its fence. Without this notice, the next commit or renewal finds out.
        deafen = self._hub.subscribe(fence_topic(attempt.id), lambda _: self._leases.look())
        task.add_done_callback(lambda _: deafen())
        task.add_done_callback(lambda _: self._on_end(attempt.chat_id))

    def stop(self, attempt_id: str, ending: Ending = Ending(Status.STOPPED)) -> bool:
        """Ends a generation of this worker. Returns False if it isn't running here."""
        task = self._tasks.get(attempt_id)
        if task is None:
            return False
        self._endings.setdefault(attempt_id, ending)
        task.cancel()
        return True

    def _cancel(self, attempt_id: str) -> None:
        """Ends a generation whose attempt was taken by another worker."""
        if task := self._tasks.get(attempt_id):
            task.cancel()

    async def drain(self, grace: float) -> None:
        """Lets generations finish for `grace` seconds, then ends the rest as interrupted."""
        self._is_draining = True
        if self._tasks:
            await asyncio.wait(self._tasks.values(), timeout=grace)
        for attempt_id in tuple(self._tasks):
            self.stop(attempt_id, INTERRUPTION)
        if self._tasks:
            await asyncio.wait(self._tasks.values(), timeout=HANDOVER)
        await self._abandon()

    async def _abandon(self) -> None:
        """Gives up endings that couldn't be stored in time. The next worker stores them."""
        tasks = tuple(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    @property
    def is_draining(self) -> bool:
        return self._is_draining

    def __len__(self) -> int:
        return len(self._tasks)

    async def _run(self, writer: Writer) -> None:
        log.info("generation.began")
        with span("generation", attempt=writer.attempt_id):
            outcome = await self._conclude(writer, await self._ending(writer))
        log.info("generation.ended", outcome=outcome)
        self._on_outcome(outcome)
        if outcome == Status.COMPLETED:
            self._on_completion(writer.attempt_id)

    async def _ending(self, writer: Writer) -> Ending:
        answer = Answer(writer, self.meter)
        try:
            return await self._generate(writer.attempt_id, answer)
        except asyncio.CancelledError:
            ending = self._endings.get(writer.attempt_id, INTERRUPTION)
            return replace(ending, counts=await answer.counts())

    async def _conclude(self, writer: Writer, ending: Ending) -> str:
        try:
            await writer.close(ending)
        except Refused:
            return REFUSED
        finally:
            self._endings.pop(writer.attempt_id, None)
        return ending.status.value

    async def _generate(self, attempt_id: str, answer: Answer) -> Ending:
        try:
            prompt = answer.prompt = await prompt_for(self._database, attempt_id, self._credentials_for)
            async with aclosing(self._chunks(replace(prompt.request, read_when=answer.can_grow))) as chunks:
                async for chunk in chunks:
                    answer.add(chunk)
            shortcoming = answer.shortcoming
            return await answer.ending(Status.FAILED if shortcoming else Status.COMPLETED, shortcoming)
        except ProviderError as error:
            return await answer.ending(Status.FAILED, error.text, error.words)
        except JournalFull as error:
            return await answer.ending(Status.FAILED, error.text)
        except Refused:
            return await answer.ending(Status.INTERRUPTED)
        except Exception:
            log.exception("generation.failed")
            return await answer.ending(Status.FAILED, Text("failure-unexpected"))

    async def _chunks(self, request: Request) -> AsyncGenerator[Chunk]:
        """The provider's chunks. A call that wasn't served is repeated."""
        for retry in range(RETRIES + 1):
            has_begun = False
            try:
                async with aclosing(self._stream(request)) as chunks:
                    async for chunk in chunks:
                        has_begun = True
                        yield chunk
                return
            except ProviderError as error:
                wait = error.retry_after if error.retry_after is not None else BACKOFF * 2**retry
                if has_begun or not error.is_transient or retry == RETRIES or wait > LONGEST_WAIT:
                    raise
                log.info("generation.repeated", model=request.model, kind=error.kind, wait=wait)
                await asyncio.sleep(wait)
