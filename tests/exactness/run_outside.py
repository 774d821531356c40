"""One run against a server process."""

from collections.abc import Sequence
from pathlib import Path

from tests.exactness.backend import server_process, sign_up
from tests.exactness.cluster import Cluster
from tests.exactness.clustered import Clustered
from tests.exactness.outcome import Outcome
from tests.exactness.outside import Outside
from tests.exactness.plan import Kind, Plan
from tests.exactness.play import play
from tests.exactness.trouble import Troublemaker
from tests.exactness.venue import Venue
from tests.exactness.verdict import judge
from tests.exactness.violations import Promise
from tests.support.eventually import comes_true
from tests.support.site import Server

GOODBYE = 5.0
"""Seconds after which a server must have let go of the sockets of viewers who left."""


async def run_outside(plan: Plan, venue: Venue) -> Outcome:
    stage = _stage(plan, venue, await sign_up(venue.http, venue.front))
    trouble = Troublemaker(stage)
    await stage.start()
    await play(stage, trouble)
    await stage.close()
    judge(stage)
    await _nothing_is_left(stage, venue)
    stage.ledger.close()
    steps = sum(each.sight.steps for each in stage.watchers)
    return Outcome(plan, stage.findings, trouble.struck, steps)


async def _nothing_is_left(stage: Outside, venue: Venue) -> None:
    await comes_true(lambda: not _viewers_of(venue.servers), within=GOODBYE, every=0.05)
    left = _viewers_of(venue.servers)
    is_clean = not left or stage.plan.kind is Kind.TABS  # a browser keeps connections for later
    stage.findings.expect(is_clean, Promise.CLEAN, f"{left} sockets of viewers who left")


def _stage(plan: Plan, venue: Venue, cookie: str) -> Outside:
    return Clustered(plan, venue, cookie) if isinstance(venue, Cluster) else Outside(plan, venue, cookie)


def _viewers_of(servers: Sequence[Server]) -> int:
    return sum(_viewers_of_one(server) for server in servers)


def _viewers_of_one(server: Server) -> int:
    """The server's sockets with somebody at the other end, by Linux's own table."""
    port = f":{server.port:04X}"
    rows = [row.split() for row in Path(f"/proc/{server_process(server)}/net/tcp").read_text().splitlines()[1:]]
    return sum(1 for row in rows if row[1].endswith(port) and row[3] == "01")
