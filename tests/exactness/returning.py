"""Tabs of a worker that was killed go on at another."""

import asyncio
import os

from tests.exactness.ledger import Ledger
from tests.exactness.violations import Findings, Promise
from tests.support.eventually import comes_true
from tests.support.socket_page import SocketPage

WITHIN = float(os.environ.get("EXACTNESS_RETURN", "5"))
"""Seconds from a tab's reconnecting until it shows what was stored when it did."""
NOTICE = 3.0
"""Seconds in which the first tab notices that its worker is gone: its connection is reset."""
MOMENT = 0.5
"""Seconds after that, in which all have noticed."""
RECONNECTING = 15.0
"""Seconds in which it has a connection again: it waits up to two between two tries."""


async def come_back(pages: list[SocketPage], ledger: Ledger, findings: Findings) -> None:
    before = {id(page): page.connections for page in pages}
    await comes_true(lambda: any(not page.is_connected for page in pages), within=NOTICE)
    await asyncio.sleep(MOMENT)
    gone = [page for page in pages if not page.is_connected or page.connections > before[id(page)]]
    await asyncio.gather(*(_comes_back(page, before[id(page)], ledger, findings) for page in gone))


async def _comes_back(page: SocketPage, connections: int, ledger: Ledger, findings: Findings) -> None:
    is_back = await comes_true(lambda: page.connections > connections, within=RECONNECTING)
    stored = {answer.attempt_id: ledger.stored_end(answer.attempt_id, "content") for answer in ledger.answers()}
    shows_all = await comes_true(lambda: _shows(page, ledger, stored), within=WITHIN)
    findings.expect(is_back and shows_all, Promise.RETURNS, f"a tab doesn't go on within {WITHIN} s")


def _shows(page: SocketPage, ledger: Ledger, stored: dict[str, int]) -> bool:
    """As much as was stored, or of a newer attempt anything."""
    shown = page.store.shown()
    return all(
        answer.message_id in shown
        and (answer.attempt_id not in stored or len(shown[answer.message_id].text) >= stored[answer.attempt_id])
        for answer in ledger.answers()
    )
