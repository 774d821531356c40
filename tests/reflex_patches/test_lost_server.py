"""A tab whose event failed because a server was away is sent away, to come back; other failures are told."""

import pytest
from redis.exceptions import ConnectionError as RedisLost
from reflex_base.utils.exceptions import LockExpiredError
from sqlalchemy.exc import OperationalError

from chat_stream.reflex_patches import handle_failure, lost_server

LOST = [
    RedisLost("Redis was killed"),
    LockExpiredError("Redis was flushed"),
    OperationalError("SELECT", {}, OSError("the database was restarted")),
    ConnectionRefusedError(),
]


@pytest.fixture
def drops(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    drops: list[bool] = []

    class Outlet:
        def drop(self) -> None:
            drops.append(True)

    monkeypatch.setattr(lost_server, "Outlet", Outlet)
    return drops


@pytest.mark.parametrize("error", LOST, ids=lambda error: type(error).__name__)
def test_a_tab_that_met_a_server_that_was_away_comes_back(error: Exception, drops: list[bool]):
    assert handle_failure(error) is None
    assert drops


@pytest.mark.parametrize("error", [ValueError("a bug"), FileNotFoundError("missing")])
def test_a_bug_ends_no_connection(error: Exception, drops: list[bool]):
    assert handle_failure(error) is not None
    assert not drops
