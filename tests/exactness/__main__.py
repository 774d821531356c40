"""`python -m tests.exactness --runs 1000`, or `--seed 123` to repeat one run. See `bin/exactness`."""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

from tests.exactness.lane import run_all
from tests.exactness.mix import kind_of
from tests.exactness.plan import Kind
from tests.exactness.report import Report
from tests.support.site import BUILT_PAGE, Site

RESULT = Path("test-results/exactness.json")


def main() -> int:
    options = _options()
    kind = Kind(options.kind) if options.kind else None
    seeds = [options.seed] if options.seed is not None else range(options.first, options.first + options.runs)
    runs = [(seed, kind or kind_of(seed)) for seed in seeds]
    if options.lane:
        runs.sort(key=lambda run: run[1])  # each lane gets as much of every kind
        run_all(runs[options.lane - 1 :: options.lanes], _print_line)
        return 0
    if any(kind is Kind.TABS for _, kind in runs):
        os.environ[BUILT_PAGE] = str(Site.built().build)
    report = _in_lanes(min(options.lanes, len(runs)), sys.argv[1:], len(runs), options.result)
    report.write(options.result)
    print(json.dumps(report.as_json(), indent=2, ensure_ascii=False))  # noqa: T201
    return bool(report.violations) or report.runs.total() != len(runs)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Runs plans made of seeds, and says which promises were broken.")
    parser.add_argument("--runs", type=int, default=25)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--seed", type=int, help="repeats this one run")
    parser.add_argument("--kind", choices=[str(kind) for kind in Kind], help="of all runs; mixed without")
    parser.add_argument("--lanes", type=int, default=4, help="processes that run at the same time")
    parser.add_argument("--result", type=Path, default=RESULT, help="where the figures are written, after each run")
    parser.add_argument("--lane", type=int, default=0, help=argparse.SUPPRESS)
    return parser.parse_args()


def _in_lanes(lanes: int, arguments: list[str], runs: int, result: Path) -> Report:
    """Each lane is a process; its lines come through a pipe."""
    lines: Queue[dict[str, Any] | None] = Queue()
    for lane in range(1, lanes + 1):
        command = [sys.executable, "-m", "tests.exactness", *arguments, "--lanes", str(lanes), "--lane", str(lane)]
        Thread(target=_listen, args=(command, lines), daemon=True).start()
    report = Report()
    running = lanes
    while running:
        line = lines.get()
        if line is None:
            running -= 1
            continue
        report.add(line)
        report.write(result)
        if line["violations"] or report.runs.total() % 20 == 0:
            print(f"{report.runs.total()}/{runs}", _summary(line), flush=True)  # noqa: T201
    return report


def _listen(command: list[str], lines: "Queue[dict[str, Any] | None]") -> None:
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for line in process.stdout:
            if line.startswith("{"):
                lines.put(json.loads(line))
    lines.put(None)


def _print_line(line: dict[str, Any]) -> None:
    print(json.dumps(line), flush=True)  # noqa: T201


def _summary(line: dict[str, Any]) -> str:
    if not line["violations"]:
        return "no promise broken"
    return f"seed {line['seed']} ({line['kind']}): {'; '.join(line['violations'])}"


if __name__ == "__main__":
    sys.exit(main())
