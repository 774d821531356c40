"""The course of every run: people ask and watch, faults strike, everything comes to rest."""

import asyncio

from tests.exactness.stage import Stage
from tests.exactness.trouble import Troublemaker
from tests.exactness.verdict import PATIENCE, rest
from tests.exactness.violations import Promise


async def play(stage: Stage, trouble: Troublemaker, patience: float = PATIENCE) -> None:
    """Ends in any case; that it had to be ended is a finding too."""
    try:
        async with asyncio.timeout(4 * patience):
            await _play(stage, trouble, patience)
    except TimeoutError:
        stage.findings.add(Promise.ENDS, "the run itself never ended")


async def _play(stage: Stage, trouble: Troublemaker, patience: float) -> None:
    await stage.send(0)
    await stage.watch()
    watching = asyncio.create_task(stage.ledger.watch())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(_ask_the_rest(stage))
            group.create_task(trouble.work())
        await rest(stage, patience)
        stage.ledger.look()
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


async def _ask_the_rest(stage: Stage) -> None:
    for number, question in enumerate(stage.plan.questions[1:], start=1):
        await asyncio.sleep(question.pause)
        await stage.send(number)
