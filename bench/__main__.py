"""`bin/bench [name …] [--quick]`: measures, stores bench/results/<name>.json, and writes docs/performance.md again."""

import argparse
import asyncio
import json
import os
import resource
import tempfile
import time
from pathlib import Path
from types import ModuleType

from bench import audience, capacity, compression, journal, page, parts, report, start, stations, wire, workers
from bench.machine import machine
from bench.share import NoShares

BENCHMARKS: dict[str, ModuleType] = {
    "wire": wire,
    "compression": compression,
    "journal": journal,
    "capacity": capacity,
    "audience": audience,
    "parts": parts,
    "stations": stations,
    "workers": workers,
    "page": page,
    "start": start,
}
RESULTS = Path(__file__).parent / "results"


def main() -> None:
    parser = argparse.ArgumentParser(prog="bin/bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=f"which: {', '.join(BENCHMARKS)}; all without any")
    parser.add_argument("--quick", action="store_true", help="the shortest form, which isn't kept")
    arguments = parser.parse_args()
    unknown = set(arguments.names) - BENCHMARKS.keys()
    if unknown:
        parser.error(f"There is no benchmark {', '.join(sorted(unknown))}. There are: {', '.join(BENCHMARKS)}.")
    asyncio.run(measure(arguments.names or list(BENCHMARKS), is_quick=arguments.quick))


async def measure(names: list[str], *, is_quick: bool) -> None:
    """One after the other. The load runs on the last core, and what is measured on the first."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))  # a thousand viewers are more sockets than is usual
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, [(os.cpu_count() or 1) - 1])
    for name in names:
        began = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
            try:
                figures = await BENCHMARKS[name].measure(Path(folder), is_quick=is_quick)
            except NoShares as reason:
                print(f"{name} is left out: {reason}.")
                continue
        print(json.dumps({name: figures}, indent=2))
        if not is_quick:
            RESULTS.mkdir(exist_ok=True)
            kept = {"machine": machine(), "seconds": round(time.monotonic() - began), "figures": figures}
            (RESULTS / f"{name}.json").write_text(json.dumps(kept, indent=2) + "\n")
    if not is_quick:
        print("\n".join(report.write(RESULTS)))


if __name__ == "__main__":
    main()
