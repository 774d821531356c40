"""The goals, and whether the figures reach them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.capacity import LATEST
from bench.first_token import NAMES, OPEN

Rows = Sequence[Mapping[str, Any]]
"""A benchmark's figures, one row for all rounds of the same."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure of one benchmark that should be at most `limit`, or at least."""

    what: str
    benchmark: str
    limit: float
    measured: Callable[[Rows], float]
    is_least: bool = False

    def is_measured(self, rows: Rows) -> bool:
        """False where the figures are of an earlier form of the benchmark, which didn't have this one."""
        try:
            self.measured(rows)
        except (KeyError, StopIteration):
            return False
        return True

    def is_reached(self, rows: Rows) -> bool:
        value = self.measured(rows)
        return value >= self.limit if self.is_least else value <= self.limit


def _of(path: str, **where: Any) -> Callable[[Rows], float]:
    """The figure at a path in the one row that has these values."""

    def measured(rows: Rows) -> float:
        row: Any = next(row for row in rows if all(row[name] == value for name, value in where.items()))
        for name in path.split("/"):
            row = row[name]
        return row

    return measured


def _carried(name: str) -> Callable[[Rows], float]:
    """The highest level at which nothing was too late."""
    return lambda rows: max((row[name] for row in rows if row["latency_ms"]["p99"] <= LATEST), default=0)


def _growth(path: str) -> Callable[[Rows], float]:
    """How many times as much a token of the longest answer costs as one of the shortest, on SQLite."""

    def measured(rows: Rows) -> float:
        on_sqlite = sorted((row for row in rows if row["database"] == "SQLite"), key=lambda row: row["tokens"])
        return round(on_sqlite[-1][path] / on_sqlite[0][path], 2)

    return measured


_SLOW, _FAST, _MARKED = (
    "plain, 3,000 tokens at 100/s",
    "plain, 3,000 tokens at 400/s",
    "Markdown, 3,000 tokens at 300/s",
)
_LONG = "Markdown, 10,000 tokens at 300/s"
_BELOW = f"{_LONG}, below 500 messages"
_FIRST = [(name, 25 if name.startswith(OPEN) else 40) for name in NAMES]

GOALS = (
    Goal(f"Bytes around the text of a delta; {_SLOW}", "wire", 64, _of("envelope_bytes_per_delta", answer=_SLOW)),
    Goal(f"Deltas a second; {_SLOW}", "wire", 30, _of("deltas_a_second", answer=_SLOW)),
    Goal(f"Share of the provider's bytes; {_SLOW}", "wire", 0.2, _of("share_of_raw_stream", answer=_SLOW)),
    Goal(f"Websocket bytes per byte of text; {_SLOW}", "wire", 4, _of("bytes_per_byte", answer=_SLOW)),
    Goal(f"The same; {_FAST}", "wire", 1.5, _of("bytes_per_byte", answer=_FAST)),
    Goal(f"The same; {_MARKED}", "wire", 1.8, _of("bytes_per_byte", answer=_MARKED)),
    Goal(f"TCP payload if it were compressed; {_SLOW}", "wire", 2, _of("tcp_bytes_per_byte/4 kB", answer=_SLOW)),
    Goal(f"The same; {_MARKED}", "wire", 1, _of("tcp_bytes_per_byte/4 kB", answer=_MARKED)),
    Goal("Websocket bytes per token, 20,000 tokens beside 1,000", "journal", 1.1, _growth("wire_bytes_per_byte")),
    Goal("Transactions per token, the same", "journal", 1.1, _growth("transactions_per_1000_tokens")),
    Goal("Server time per token, the same", "journal", 1.1, _growth("cpu_ms_per_1000_tokens")),
    *(Goal(f"Provider to DOM, p50 ms; {name}", "page", ms, _of("latency_ms/p50", answer=name)) for name, ms in _FIRST),
    Goal(f"Provider to DOM, p50 ms; {_SLOW}", "page", 25, _of("latency_ms/p50", answer=_SLOW)),
    Goal(f"Provider to DOM, p99 ms; {_SLOW}", "page", 60, _of("latency_ms/p99", answer=_SLOW)),
    Goal(f"Provider to DOM, p50 ms; {_MARKED}", "page", 25, _of("latency_ms/p50", answer=_MARKED)),
    Goal(f"Provider to DOM, p99 ms; {_MARKED}", "page", 50, _of("latency_ms/p99", answer=_MARKED)),
    Goal(f"Main thread, s; {_MARKED}", "page", 2, _of("main_thread_seconds", answer=_MARKED)),
    Goal(f"Provider to DOM, p99 ms; {_LONG}", "page", 50, _of("latency_ms/p99", answer=_LONG)),
    Goal(f"The last token, ms; {_LONG}", "page", 50, _of("last_token_ms", answer=_LONG)),
    Goal(f"Main thread, s; {_LONG}", "page", 7, _of("main_thread_seconds", answer=_LONG)),
    Goal(f"Longest task, ms; {_LONG}", "page", 70, _of("longest_task_ms", answer=_LONG)),
    Goal(
        f"A token at its end, beside one at its beginning; {_LONG}", "page", 1.5, _of("cost_at_the_end", answer=_LONG)
    ),
    Goal(f"Provider to DOM, p99 ms; {_BELOW}", "page", 50, _of("latency_ms/p99", answer=_BELOW)),
    Goal(f"Main thread, s; {_BELOW}", "page", 7, _of("main_thread_seconds", answer=_BELOW)),
    Goal(f"Longest task, ms; {_BELOW}", "page", 70, _of("longest_task_ms", answer=_BELOW)),
    Goal(f"The same; {_BELOW}", "page", 1.5, _of("cost_at_the_end", answer=_BELOW)),
    Goal(f"Main thread, s of 30; {_SLOW}", "page", 3, _of("main_thread_seconds", answer=_SLOW)),
    Goal("Answers at 50 tokens a second on one core", "capacity", 200, _carried("answers"), is_least=True),
    Goal("Viewers of one answer on one core", "audience", 1_000, _carried("viewers"), is_least=True),
    Goal("kB for a viewer", "audience", 60, lambda rows: rows[-1]["kilobytes_per_viewer"]),
    Goal("kB for an answer and its viewer", "capacity", 160, lambda rows: rows[-1]["kilobytes_per_answer_and_viewer"]),
    Goal("Second start, s", "start", 5, _of("second_start_seconds")),
    Goal("First page, bytes", "start", 500_000, _of("first_page_bytes")),
)


def table(figures: Mapping[str, Rows]) -> list[str]:
    """Each goal with what was measured beside it, as lines of Markdown."""
    lines = ["| goal | | measured | |", "| --- | --- | --- | --- |"]
    for goal in GOALS:
        bound = f"{'≥' if goal.is_least else '≤'} {goal.limit:,}"
        rows = figures.get(goal.benchmark)
        if rows and goal.is_measured(rows):
            lines.append(
                f"| {goal.what} | {bound} | {round(goal.measured(rows), 2):,} | {_verdict(goal.is_reached(rows))} |"
            )
        else:
            lines.append(f"| {goal.what} | {bound} | not measured | |")
    return lines


def _verdict(is_reached: bool) -> str:
    return "reached" if is_reached else "**missed**"
