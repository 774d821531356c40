"""The loop for repeated work: no failure ends it, and each is logged."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from redis.exceptions import RedisError
from structlog.testing import capture_logs

from chat_stream.tasks import every, loop
from tests.support.eventually import eventually


class Steps:
    """Steps that raise what they are told to, in turn, and then succeed."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.done = 0

    async def step(self) -> None:
        if self.failures:
            raise self.failures.pop(0)
        self.done += 1


@asynccontextmanager
async def running(loop: Awaitable[None]) -> AsyncGenerator[None]:
    task = asyncio.ensure_future(loop)
    yield
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert task.cancelled()


async def test_the_first_step_comes_at_once():
    steps = Steps()
    async with running(every(3600, steps.step, "steps")):
        await eventually(lambda: steps.done == 1)


@pytest.mark.parametrize("failure", [OSError("gone"), RedisError("gone"), ExceptionGroup("both", [OSError("gone")])])
async def test_what_passes_is_told_in_a_line_and_the_loop_goes_on(failure: Exception):
    steps = Steps(failure)
    with capture_logs() as told:
        async with running(every(0.001, steps.step, "steps")):
            await eventually(lambda: steps.done > 1)
    assert told == [{"event": "steps.failed", "log_level": "warning", "error": "gone"}]


async def test_a_mistake_in_the_code_is_told_with_its_traceback_and_the_loop_goes_on():
    mistake = ZeroDivisionError()
    steps = Steps(mistake)
    with capture_logs() as told:
        async with running(every(0.001, steps.step, "steps")):
            await eventually(lambda: steps.done > 1)
    assert told == [{"event": "steps.failed", "log_level": "error", "exc_info": mistake}]


async def test_a_pause_ends_sooner_once_for_each_time_that_it_is_asked_to():
    steps, sooner = Steps(), asyncio.Event()
    async with running(every(3600, steps.step, "steps", sooner=sooner)):
        for done in (1, 2, 3):
            await eventually(lambda done=done: steps.done == done)
            assert not sooner.is_set()
            sooner.set()


async def test_failures_in_a_row_wait_longer_up_to_a_limit_and_a_success_forgets_them(monkeypatch: pytest.MonkeyPatch):
    pauses: list[float] = []
    monkeypatch.setattr(loop, "_wait", _noted(pauses))
    steps = Steps(*(OSError() for _ in range(4)))
    await every(1, steps.step, "steps", longest=5, goes_on=lambda: steps.done < 1)
    assert pauses == [2, 4, 5, 5, 1]


async def test_who_gives_no_limit_always_waits_the_same(monkeypatch: pytest.MonkeyPatch):
    pauses: list[float] = []
    monkeypatch.setattr(loop, "_wait", _noted(pauses))
    steps = Steps(OSError(), OSError())
    await every(1, steps.step, "steps", goes_on=lambda: steps.done < 1)
    assert pauses == [1, 1, 1]


async def test_a_loop_that_need_not_go_on_does_no_step():
    steps = Steps()
    await every(3600, steps.step, "steps", goes_on=lambda: False)
    assert steps.done == 0


def _noted(pauses: list[float]) -> Callable[[float, asyncio.Event | None], Awaitable[None]]:
    async def wait(seconds: float, _: asyncio.Event | None) -> None:
        pauses.append(seconds)
        await asyncio.sleep(0)

    return wait
