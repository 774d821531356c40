"""One run against a worker in this process."""

import asyncio
import shutil
from dataclasses import dataclass
from pathlib import Path

from chat_stream.config import Settings
from chat_stream.models import Scope
from chat_stream.worker import Worker
from tests.exactness.inside import Inside
from tests.exactness.leftovers import nothing_is_left_in_process, nothing_is_left_in_worker, open_descriptors
from tests.exactness.outcome import Outcome
from tests.exactness.plan import Plan
from tests.exactness.play import play
from tests.exactness.trouble import Troublemaker
from tests.exactness.verdict import PATIENCE, judge
from tests.support.database import fresh_database_url
from tests.support.people import sign_up


@dataclass(frozen=True, slots=True)
class Template:
    """A database with one signed-in person, to begin each run with a copy of it."""

    file: Path
    scope: Scope

    @classmethod
    async def made(cls, folder: Path) -> "Template":
        url = await fresh_database_url(folder)
        async with Worker(Settings(database_url=url, models=("demo",), grace=0)).running() as worker:
            person = await sign_up(worker, "Ada")
        return cls(folder / "chat_stream.db", person.scope)


def run_inside(plan: Plan, template: Template, folder: Path, patience: float = PATIENCE) -> Outcome:
    """Each run has a file and an event loop of its own, so that what it leaves over is seen."""
    file = folder / f"{plan.seed}.db"
    shutil.copy(template.file, file)
    try:
        return asyncio.run(_run(plan, file, template.scope, patience))
    finally:
        for left in folder.glob(f"{plan.seed}.db*"):
            left.unlink()


async def _run(plan: Plan, file: Path, scope: Scope, patience: float) -> Outcome:
    await asyncio.to_thread(int)  # the loop's own threads and descriptors are there before anything is counted
    descriptors = open_descriptors()
    stage = Inside(plan, file, scope)
    trouble = Troublemaker(stage)
    with stage.losses.around_commits():
        await stage.start()
        await play(stage, trouble, patience)
        await stage.close()
        judge(stage)
        await nothing_is_left_in_worker(stage.worker, stage.findings)
        await stage.worker.stop()
    stage.ledger.close()
    await nothing_is_left_in_process(stage.findings, descriptors)
    return Outcome(plan, stage.findings, trouble.struck, sum(each.sight.steps for each in stage.watchers))
