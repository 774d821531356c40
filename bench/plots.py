"""The charts of the figures, and their data."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bench import charts
from bench.capacity import LATEST

Rows = Sequence[Mapping[str, Any]]
PERCENTILES = ("p50", "p95", "p99")


def _wire(rows: Rows) -> str:
    compared = {row["answer"]: _bytes(row) for row in rows if "plain" in row}
    return charts.bars(compared, "× the text", is_logarithmic=True) if compared else ""


def _bytes(row: Mapping[str, Any]) -> dict[str, float]:
    ways = {f"plain Reflex, {name}": way["bytes"] / row["text_bytes"] for name, way in reversed(row["plain"].items())}
    return {"chat_stream": row["bytes_per_byte"], **ways}


def _stations(rows: Rows) -> str:
    return charts.bars(
        {f"{row['answers']} answers: {row['station']}": {name: row[name] for name in PERCENTILES} for row in rows}, "ms"
    )


def _carried(amount: str) -> Callable[[Rows], str]:
    def drawn(rows: Rows) -> str:
        series = {name: [(row[amount], row["latency_ms"][name]) for row in rows] for name in PERCENTILES}
        return charts.lines(amount, "ms", series, LATEST)

    return drawn


# Empty where there is nothing to compare.
PLOTS: Mapping[str, Callable[[Rows], str]] = {
    "wire": _wire,
    "stations": _stations,
    "capacity": _carried("answers"),
    "audience": _carried("viewers"),
}
