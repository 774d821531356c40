"""Sends the updates of a follow to its tab, for as long as the tab's socket is open."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import aclosing
from typing import Any

from chat_stream.operations import Watched
from chat_stream.streaming import Gone
from reflex_object_deltas import Operation, Outlet

Translate = Callable[[Sequence[Any]], list[Operation]]


async def pump(watched: Watched[Any], translate: Translate, run: int) -> None:
    """Sends batch after batch. Ends with the socket, even while there is nothing to send."""
    outlet = Outlet(int(run))
    sending = asyncio.create_task(_send_all(outlet, watched, translate))
    closing = asyncio.create_task(outlet.closed())
    try:
        done, _ = await asyncio.wait((sending, closing), return_when=asyncio.FIRST_COMPLETED)
        if sending in done:
            sending.result()
    finally:
        sending.cancel()
        closing.cancel()
        await asyncio.gather(sending, closing, return_exceptions=True)


async def _send_all(outlet: Outlet, watched: Watched[Any], translate: Translate) -> None:
    async with aclosing(watched.batches()) as batches:
        async for batch in batches:
            # A slow socket takes a batch late. By then the reader may have lost access.
            is_cut_off = await outlet.waited_for_room() and not await watched.follow.still_holds()
            if not await outlet.emit(translate([Gone()] if is_cut_off else batch)) or is_cut_off:
                return
