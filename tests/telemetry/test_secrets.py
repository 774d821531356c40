"""The net below the log."""

import pytest
import structlog

from chat_stream.telemetry.secrets import BLOT, LONGEST, without_secrets


@pytest.mark.parametrize(
    "secret",
    [
        "ada@example.com",
        "chat_stream_0123456789abcdefghijABCDEFGHIJ0123456789-_x",  # pragma: allowlist secret
        "sk-proj-abcdef123456",
        "AIzaSyA-1234567890abcdefghijklmnop",  # pragma: allowlist secret
        "Authorization: Bearer abc.def",
        "postgresql+asyncpg://ada:s3cret@db/chat",  # pragma: allowlist secret
    ],
)
def test_what_looks_like_a_secret_is_blotted_out_wherever_it_stands(secret: str):
    event = {"event": f"said {secret}.", "exception": [{"exc_value": secret}], "tries": 3}
    kept = without_secrets(structlog.get_logger(), "info", event)
    assert BLOT in kept["event"]
    parts = "ada@", "abcdef123456", "0123456789abcdefghij", "SyA", "abc.def", "s3cret"  # pragma: allowlist secret
    for part in parts:
        assert part not in str(kept)
    assert kept["tries"] == 3


def test_ids_and_ordinary_words_stay():
    event = {"event": "generation.ended", "attempt": "dGhpc0lzQW5JZA-_", "request": "chat-7", "status": "completed"}
    assert without_secrets(structlog.get_logger(), "info", dict(event)) == event


@pytest.mark.timeout(10)  # it was minutes, in which the server did nothing else
@pytest.mark.parametrize("unit", ["x", "a@", "a@b.", "://a:", "key-", "Bearer "])
def test_what_a_stranger_makes_long_is_cut_in_the_middle_and_holds_nobody_up(unit: str):
    kept = without_secrets(structlog.get_logger(), "error", {"event": f"Failed: {unit * 200_000} at the end"})["event"]
    assert kept.startswith("Failed: ")
    assert kept.endswith("at the end")
    assert len(kept) < LONGEST + 10


def test_a_secret_is_blotted_out_also_beside_what_is_long():
    kept = without_secrets(structlog.get_logger(), "error", {"event": f"{'x' * 200_000} ada@example.com"})["event"]
    assert kept.endswith(BLOT)
