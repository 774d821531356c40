"""The short form of two benchmarks: bytes and transactions, which don't depend on the machine."""

from pathlib import Path

from bench import journal, wire

MOST_ENVELOPE = 45
"""Bytes around the text of a delta, the first and last included. A state's full name alone would be 130 more."""
MOST_DELTAS = 30
"""A second, for one viewer."""
MOST_BYTES = 1.6
"""On the websocket for each byte of text, at 400 tokens a second."""
MOST_OF_RAW = 1 / 5
"""Of the bytes in which the provider says the same."""
MOST_TRANSACTIONS = 30
"""A second, for one answer: one for a delta."""
MOST_LOG = 12
"""Bytes of PostgreSQL's log for each byte of text."""


async def test_what_an_answer_puts_on_the_wire(tmp_path: Path):
    for figures in await wire.measure(tmp_path, is_quick=True):
        assert figures["envelope_bytes_per_delta"] <= MOST_ENVELOPE
        assert figures["deltas_a_second"] <= MOST_DELTAS
        assert figures["bytes_per_byte"] <= MOST_BYTES
        assert figures["share_of_raw_stream"] <= MOST_OF_RAW


async def test_what_an_answer_costs_the_database(tmp_path: Path):
    sqlite, postgresql = await journal.measure(tmp_path, is_quick=True)
    assert sqlite["transactions_a_second"] <= MOST_TRANSACTIONS
    assert postgresql["transactions_a_second"] <= MOST_TRANSACTIONS
    assert postgresql["bytes_per_byte"] <= MOST_LOG
