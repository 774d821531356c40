"""Carries out the plan's faults, and counts those that really struck during an answer."""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable

from tests.exactness.ledger import LIVE
from tests.exactness.plan import ENDING, OF_PROVIDER, Fault, Planned
from tests.exactness.stage import Stage
from tests.support.eventually import comes_true

CHANCE_OF_RETRY = 0.7


class Troublemaker:
    """`struck` counts the faults that met an answer half written."""

    def __init__(self, stage: Stage) -> None:
        self.struck: Counter[Fault] = Counter()
        self._stage = stage
        self._choose = random.Random(f"retries of {stage.plan.seed}")
        self._server = asyncio.Lock()
        self._actions: dict[Fault, Callable[[Planned], Awaitable[bool]]] = {
            Fault.VIEWER_CUT: self._cut_viewer,
            Fault.VIEWER_FROZEN: self._freeze_viewer,
            Fault.VIEWER_SLOW: self._slow_viewer,
            Fault.DATABASE_LOCKED: self._lock_database,
            Fault.SUSPENDED: self._suspend,
            Fault.KILLED: self._kill,
            Fault.TERMINATED: self._terminate,
            Fault.SENT_TWICE: self._send_twice,
            Fault.STOPPED: self._stop,
            Fault.RETRIED: self._retry_too_early,
        }

    async def work(self) -> None:
        """Returns when all faults had their chance, and all retries that they led to were pressed."""
        faults = [planned for planned in self._stage.plan.faults if planned.fault not in OF_PROVIDER]
        retries = {planned.question for planned in self._stage.plan.faults if planned.fault in ENDING}
        async with asyncio.TaskGroup() as group:
            for planned in faults:
                group.create_task(self._strike(planned))
            for question in sorted(retries):
                if self._choose.random() < CHANCE_OF_RETRY:
                    group.create_task(self._retry(question, self._choose.uniform(0, 0.5)))
        for speech in self._stage.voice.speeches:
            self.struck.update(speech.strikes)

    async def _strike(self, planned: Planned) -> None:
        if await self._stage.voice.reaches(planned.question, planned.at, lambda: self._has_ended(planned.question)):
            action = self._actions.get(planned.fault, self._stage.lose)
            self.struck[planned.fault] += await action(planned)

    async def _cut_viewer(self, planned: Planned) -> bool:
        viewer = self._stage.watchers[planned.viewer]
        is_met = viewer.sight.is_in_mid_stream
        await viewer.cut(planned.seconds / 4)
        return is_met

    async def _freeze_viewer(self, planned: Planned) -> bool:
        viewer = self._stage.watchers[planned.viewer]
        is_met = viewer.sight.is_in_mid_stream
        await viewer.freeze(planned.seconds)
        return is_met

    async def _slow_viewer(self, planned: Planned) -> bool:
        viewer = self._stage.watchers[planned.viewer]
        is_met = viewer.sight.is_in_mid_stream
        await viewer.slow_down(planned.seconds)
        return is_met

    async def _lock_database(self, planned: Planned) -> bool:
        is_met = self._stage.is_in_mid_stream
        await self._stage.lock_database(planned.seconds)
        return is_met

    async def _suspend(self, planned: Planned) -> bool:
        return await self._to_server(lambda: self._stage.suspend(planned.seconds))

    async def _kill(self, _: Planned) -> bool:
        return await self._to_server(self._stage.kill)

    async def _terminate(self, _: Planned) -> bool:
        return await self._to_server(self._stage.terminate)

    async def _to_server(self, action: Callable[[], Awaitable[None]]) -> bool:
        async with self._server:
            is_met = self._stage.is_in_mid_stream
            await action()
            return is_met

    async def _send_twice(self, planned: Planned) -> bool:
        is_met = self._stage.is_in_mid_stream
        await self._stage.send(planned.question)
        return is_met

    async def _stop(self, planned: Planned) -> bool:
        answer = self._stage.answer_to(planned.question)
        await self._stage.stop(answer.message_id)
        return answer.status in LIVE and answer.content_end > 0

    async def _retry_too_early(self, planned: Planned) -> bool:
        """Refused while the answer is written; only in a race with its end it may be accepted."""
        answer = self._stage.answer_to(planned.question)
        await self._press_retry(answer.message_id)
        return answer.status in LIVE and answer.content_end > 0

    async def _retry(self, question: int, pause: float) -> None:
        """When the first attempt ended early: answers again."""
        await comes_true(lambda: self._has_ended(question), every=0.01)
        await asyncio.sleep(pause)
        if self._stage.answer_to(question).status != "completed":
            async with self._server:
                self.struck[Fault.RETRIED] += await self._press_retry(self._stage.answer_to(question).message_id)

    def _has_ended(self, question: int) -> bool:
        """Also when its worker died before it asked the provider."""
        answers = [answer for answer in self._stage.ledger.answers() if answer.question == question]
        return bool(answers) and answers[0].status not in LIVE

    async def _press_retry(self, message_id: str) -> bool:
        self._stage.ledger.retries += 1
        is_accepted = await self._stage.retry(message_id)
        self._stage.ledger.retries -= not is_accepted
        return is_accepted
