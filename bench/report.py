"""Writes docs/performance.md from bench/results: a table for each benchmark, and where and how it was measured."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import goals
from bench.figures import median_of
from bench.plots import PLOTS

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
FOLDER = PAGE.with_suffix("")
"""Of the drawings."""
MARK = "<!-- Below this line, `bin/bench` writes. -->"


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the page; `columns` are its heads, and the paths of what stands below them."""

    title: str
    about: str
    columns: Mapping[str, str]


PARTS = {
    "wire": Part(
        "On the wire",
        "Payload of the viewer's websocket from the question on; beside it the same text on plain Reflex, by an "
        "app of the benchmark's that keeps it in a state var, which Reflex sends whole: at each token, or twenty "
        "times a second. What takes more than 60 MB is left in its midst.",
        {
            "answer": "answer",
            "bytes of text": "text_bytes",
            "on the wire": "bytes",
            "plain Reflex, each token": "plain.each token.said",
            "plain Reflex, 20 Hz": "plain.20 Hz.said",
            "bytes per byte": "bytes_per_byte",
            "envelope of a delta": "envelope_bytes_per_delta",
            "deltas a second": "deltas_a_second",
            "share of the provider's stream": "share_of_raw_stream",
            "TCP payload per byte": "tcp_bytes_per_byte.plain",
            "compressed, window of 4 kB": "tcp_bytes_per_byte.4 kB",
            "of 32 kB": "tcp_bytes_per_byte.32 kB",
        },
    ),
    "stations": Part(
        "Where the time of a token goes",
        "Answers at 50 tokens a second with a viewer each: how old a token is at each station, in milliseconds "
        "from the provider's byte on, with clocks of the benchmark's beside the app's way. Until it is read it "
        "lies in the operating system, because a provider is read once a tick.",
        {
            "answers": "answers",
            "station": "station",
            "p50": "p50",
            "p95": "p95",
            "p99": "p99",
            "since the station before": "on_the_way_ms",
        },
    ),
    "compression": Part(
        "What compression would take",
        "`permessage-deflate` with context takeover, for one socket. No server of ours compresses: the columns above "
        "are its frames put through zlib.",
        {"window": "window", "kB": "kilobytes"},
    ),
    "journal": Part(
        "In the database",
        "SQLite in WAL mode, its file with the log; PostgreSQL's log, with `fsync=off`. Answers at 400 a second.",
        {
            "database": "database",
            "tokens": "tokens",
            "transactions": "transactions",
            "a second": "transactions_a_second",
            "for 1,000 tokens": "transactions_per_1000_tokens",
            "bytes per byte of text": "bytes_per_byte",
            "on the websocket": "wire_bytes_per_byte",
            "CPU ms for 1,000 tokens": "cpu_ms_per_1000_tokens",
        },
    ),
    "capacity": Part(
        "What a core carries",
        "Answers at 50 tokens a second with a viewer each, on one worker on one core and SQLite; the load on "
        "another core. Medians of three windows of time, until the 99th percentile is later than 250 ms. Latency "
        "from the provider's byte to the viewer's socket.",
        {
            "answers": "answers",
            "tokens a second": "tokens_a_second",
            "p50 ms": "latency_ms.p50",
            "p95 ms": "latency_ms.p95",
            "p99 ms": "latency_ms.p99",
            "p99 of each round": "p99_from_to",
            "deltas a second and viewer": "deltas_a_second_and_viewer",
            "of the core": "core",
            "CPU ms for 1,000 tokens": "cpu_ms_per_1000_tokens",
            "kB for an answer and its viewer": "kilobytes_per_answer_and_viewer",
        },
    ),
    "audience": Part(
        "Many viewers of one answer",
        "The same with one answer and many viewers; the load generator has one core too.",
        {
            "viewers": "viewers",
            "p50 ms": "latency_ms.p50",
            "p95 ms": "latency_ms.p95",
            "p99 ms": "latency_ms.p99",
            "p99 of each round": "p99_from_to",
            "deltas a second and viewer": "deltas_a_second_and_viewer",
            "of the core": "core",
            "kB for a viewer": "kilobytes_per_viewer",
        },
    ),
    "parts": Part(
        "Where the processor's time goes",
        "On one worker on one core, at 50 tokens a second: twenty answers and a hundred with a viewer each, and "
        "one answer with 150 viewers. Milliseconds of the processor for 1,000 tokens that a viewer gets, and "
        "their share; samples of the worker's stacks by py-spy, each counted for the part of its innermost frame "
        "that belongs to one.",
        {
            "part": "part",
            "20 answers": "answers.cpu_ms_per_1000_tokens",
            "share": "answers.share",
            "100 answers": "many_answers.cpu_ms_per_1000_tokens",
            "share ": "many_answers.share",
            "150 viewers of one": "viewers.cpu_ms_per_1000_tokens",
            " share": "viewers.share",
        },
    ),
    "workers": Part(
        "Two workers",
        "Answers at 50 tokens a second with a viewer each, on PostgreSQL and Redis, until the 99th percentile is later "
        "than 250 ms. Each worker has four tenths of a core, alone or beside the other, and the load, PostgreSQL and "
        "Redis have the rest of the machine. The costs are those of the last number that was carried. Medians of the "
        "rounds.",
        {
            "answers on one": "one.carried",
            "on two": "two.carried",
            "times as many on two": "times_as_much_on_two",
            "CPU ms for 1,000 tokens on one": "one.cpu_ms_per_1000_tokens",
            "on two ": "two.cpu_ms_per_1000_tokens",
            "of a core for a worker that watches nothing": "idle_core",
        },
    ),
    "page": Part(
        "In the page",
        "From the provider's byte to the DOM, in Chromium, which may use all cores and draws in software; medians of "
        "the rounds. The main thread's seconds are those on a processor; how long a task takes, after the first "
        "second, is by the clock. The last columns: what a token costs in the last fourth of the time, beside one in "
        "the first; changes of the DOM for a token; and the heap, once it is tidied up.",
        {
            "answer": "answer",
            "p50 ms": "latency_ms.p50",
            "p95 ms": "latency_ms.p95",
            "p99 ms": "latency_ms.p99",
            "last token ms": "last_token_ms",
            "main thread s": "main_thread_seconds",
            "longest task ms": "longest_task_ms",
            "answer s": "answer_seconds",
            "cost at the end": "cost_at_the_end",
            "DOM changes": "dom_changes_per_token",
            "heap MB": "heap_megabytes",
        },
    ),
    "start": Part(
        "Starting",
        "From the command `bin/start` to its first answer. The first start builds the page and makes the database.",
        {
            "seconds of the first start": "first_start_seconds",
            "of the later ones": "second_start_seconds",
            "bytes of the first page": "first_page_bytes",
            "requests": "requests",
            "shown after seconds": "shown_after_seconds",
        },
    ),
}


def write(results: Path) -> list[str]:
    """Keeps what people wrote above the mark; returns the table of goals."""
    above = PAGE.read_text().partition(MARK)[0]
    kept = {name: json.loads(path.read_text()) for name in PARTS if (path := results / f"{name}.json").exists()}
    aims = goals.table({name: medians(each["figures"]) for name, each in kept.items()})
    sections = [_section(name, each) for name, each in kept.items()]
    for name in PLOTS.keys() & kept.keys():
        FOLDER.mkdir(exist_ok=True)
        if drawn := PLOTS[name](medians(kept[name]["figures"])):
            (FOLDER / f"{name}.svg").write_text(drawn)
    PAGE.write_text(f"{above}{MARK}\n\n" + "\n".join(["## Goals", "", *aims, "", *sections]))
    return aims


def _section(name: str, kept: dict[str, Any]) -> str:
    part = PARTS[name]
    on = kept["machine"]
    where = f"{on['cores']} × {on['processor'] or 'unknown processor'}, Python {on['python']}"
    source = f"`bin/bench`: {where}, Reflex {on['packages']['reflex']}, commit {on['commit']}, {kept['seconds']} s."
    rows = [[_at(figures, path) for path in part.columns.values()] for figures in medians(kept["figures"])]
    table = [_line(part.columns), _line(["---"] * len(part.columns)), *(_line(row) for row in rows)]
    drawn = [f"![{part.title}]({FOLDER.name}/{name}.svg)", ""] if (FOLDER / f"{name}.svg").exists() else []
    return "\n".join([f"## {part.title}", "", part.about, "", *table, "", *drawn, source, ""])


def medians(figures: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row for all rounds of the same; rows without a round stay as they are."""
    rounds: dict[str, list[dict[str, Any]]] = {}
    for number, each in enumerate(figures):
        names = [str(each.get(name, "")) for name in ("answer", "tokens")]
        rounds.setdefault(" ".join(names) if "round" in each else str(number), []).append(each)
    return [median_of(same) for same in rounds.values()]


def _at(figures: Any, path: str) -> str:
    for name in path.split("."):
        figures = figures.get(name)
        if figures is None:
            return "–"
    return f"{figures:,}" if isinstance(figures, int) else str(figures)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
