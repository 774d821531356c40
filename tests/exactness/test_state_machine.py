"""The core without a network: Hypothesis looks for a sequence of events after which a promise is broken."""

import asyncio
import itertools
import os
import shutil
import tempfile
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlmodel import update

from chat_stream.database import database_clock
from chat_stream.models import Attempt
from tests.exactness.plan import Fault
from tests.exactness.run_inside import Template
from tests.exactness.stepped import FAIL, FINISH, MOMENT, SAY, THINK, Stepped
from tests.exactness.texts import PIECES

Result = TypeVar("Result")
TEXT = st.lists(st.sampled_from([*PIECES, "\ud83c", "\udf0a"]), min_size=1, max_size=4).map("".join)
LOSSES = (Fault.DELTA_DROPPED, Fault.LAST_DELTA_DROPPED, Fault.ENDING_DROPPED, Fault.ACKNOWLEDGEMENT_LOST)
EXAMPLES = int(os.environ.get("EXACTNESS_EXAMPLES", "15"))
VIEWERS = st.integers(0, 2)
folder = Path(tempfile.mkdtemp(prefix="exactness-"))
template: list[Template] = []
numbers = itertools.count()


class Core(RuleBasedStateMachine):
    """One chat, one answer at a time, three viewers who come and go.

    What doesn't apply does nothing. As a precondition it would decide what is drawn next, and when an answer ends is a
    matter of milliseconds: Hypothesis, which repeats what it drew, must not depend on them.
    """

    @initialize()
    def begins(self) -> None:
        if not template:
            template.append(asyncio.run(Template.made(folder)))
        file = folder / f"machine-{next(numbers)}.db"
        shutil.copy(template[0].file, file)
        self.loop = asyncio.new_event_loop()
        self.run(self._begin(file))

    @rule(text=TEXT)
    def says(self, text: str) -> None:
        self.tell(SAY, text)

    @rule(text=TEXT)
    def thinks(self, text: str) -> None:
        self.tell(THINK, text)

    @rule()
    def finishes(self) -> None:
        self.tell(FINISH)

    @rule()
    def fails(self) -> None:
        self.tell(FAIL)

    @rule()
    def is_stopped(self) -> None:
        if self.stage.is_live:
            self.run(self.stage.stop(self.stage.ledger.answers()[-1].message_id))

    @rule()
    def is_retried(self) -> None:
        self.run(self._retry())

    @rule()
    def is_asked_again(self) -> None:
        if self.stage.status == "completed" and len(self.stage.plan.questions) < 4:
            self.run(self.stage.ask())

    @rule()
    def is_sent_twice(self) -> None:
        self.run(self.stage.send(len(self.stage.plan.questions) - 1))

    @rule(loss=st.sampled_from(LOSSES))
    def loses(self, loss: Fault) -> None:
        self.stage.losses.arm(loss)

    @rule()
    def lease_expires(self) -> None:
        if self.stage.is_live:
            self.run(self._expire())

    @rule()
    def is_swept(self) -> None:
        self.run(self.stage.worker.stored.leases.sweep())

    @rule()
    def is_renewed(self) -> None:
        self.run(self.stage.worker.stored.leases.renew())

    @rule()
    def dies(self) -> None:
        self.run(self.stage.kill())

    @rule(number=VIEWERS)
    def viewer_leaves(self, number: int) -> None:
        self.run(self.stage.onlookers[number].disconnect())

    @rule(number=VIEWERS)
    def viewer_comes_back(self, number: int) -> None:
        self.run(self.stage.onlookers[number].open())

    @rule(number=VIEWERS, reads=st.booleans())
    def viewer_freezes_or_thaws(self, number: int, reads: bool) -> None:
        (self.stage.onlookers[number].thaw if reads else self.stage.onlookers[number].stop_reading)()

    @rule()
    def is_compared(self) -> None:
        self.run(self.stage.worker.reconciler.compare())

    @invariant()
    def no_promise_is_broken(self) -> None:
        assert not self.stage.findings.violations

    def teardown(self) -> None:
        if hasattr(self, "stage"):
            self.loop.run_until_complete(self.stage.come_to_rest())
            self.loop.close()
            assert not self.stage.findings.violations

    def tell(self, what: str, text: str = "") -> None:
        if self.stage.is_live:
            self.run(self.stage.tell_model(what, text))

    def run(self, event: Coroutine[Any, Any, Result]) -> Result:
        return self.loop.run_until_complete(self._with_a_moment(event))

    async def _with_a_moment(self, event: Coroutine[Any, Any, Result]) -> Result:
        result = await event
        await asyncio.sleep(MOMENT)
        self.stage.ledger.look()
        return result

    async def _begin(self, file: Path) -> None:
        self.stage = Stepped(file, template[0].scope)
        await self.stage.start()
        await self.stage.ask()
        for number in range(3):
            await self.stage.joined(number)

    async def _retry(self) -> None:
        self.stage.ledger.retries += 1
        is_accepted = await self.stage.retry(self.stage.ledger.answers()[-1].message_id)
        self.stage.ledger.retries -= not is_accepted

    async def _expire(self) -> None:
        async with self.stage.worker.database.write() as session:
            await session.exec(update(Attempt).values(lease_until=database_clock() - 0.001))


TestCore = Core.TestCase
TestCore.settings = settings(
    max_examples=EXAMPLES, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
