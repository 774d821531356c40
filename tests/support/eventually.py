"""Waiting for what should be true, instead of for a time."""

import asyncio
import inspect
import time
from collections.abc import Awaitable, Callable


async def eventually(is_true: Callable[[], bool | Awaitable[bool]], *, within: float = 10.0) -> None:
    """Returns as soon as the condition holds.

    Raises:
        AssertionError: It didn't within so many seconds.
    """
    deadline = time.monotonic() + within
    while True:
        result = is_true()
        if await result if inspect.isawaitable(result) else result:
            return
        if time.monotonic() > deadline:
            raise AssertionError(f"not true within {within} s: {inspect.getsource(is_true).strip()}")
        await asyncio.sleep(0.005)


async def comes_true(is_true: Callable[[], bool], *, within: float = 1e9, every: float = 0.005) -> bool:
    """Waits until the condition holds; False if it didn't within so many seconds."""
    deadline = time.monotonic() + within
    while True:
        if is_true():
            return True
        if time.monotonic() > deadline:
            return False
        await asyncio.sleep(every)
