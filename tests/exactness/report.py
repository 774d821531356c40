"""The report on many runs: the figures of `docs/guarantees.md`, as JSON."""

import json
import os
import platform
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.exactness.outcome import Outcome
from tests.exactness.plan import Kind, plan_of


@dataclass
class Report:
    """Adds up lines, one a run, as the processes that made the runs print them."""

    began: float = field(default_factory=time.monotonic)
    runs: Counter[str] = field(default_factory=Counter[str])
    viewers: Counter[str] = field(default_factory=Counter[str])
    struck: dict[str, Counter[str]] = field(default_factory=dict[str, Counter[str]])
    steps: int = 0
    violations: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])

    def add(self, line: dict[str, Any]) -> None:
        kind = line["kind"]
        self.runs[kind] += 1
        self.viewers.update(_viewers(Kind(kind), line["viewers"]))
        self.struck.setdefault(kind, Counter()).update(line["struck"])
        self.steps += line["steps"]
        if line["violations"]:
            self.violations.append({name: line[name] for name in ("seed", "kind", "violations")})

    def as_json(self) -> dict[str, Any]:
        faults = sum(self.struck.values(), Counter[str]())
        return {
            "runs": self.runs.total(),
            "runs_of_each_kind": dict(self.runs),
            "viewers": dict(self.viewers),
            "looks_at_a_viewer": self.steps,
            "faults_that_struck_in_mid_stream": dict(faults.most_common()),
            "of_each_kind_of_run": {kind: dict(struck.most_common()) for kind, struck in self.struck.items()},
            "violations": self.violations,
            "seconds": round(time.monotonic() - self.began, 1),
            "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {_python()}",
        }

    def write(self, file: Path) -> None:
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(self.as_json(), indent=2, ensure_ascii=False) + "\n")


def _viewers(kind: Kind, number: int) -> dict[str, int]:
    """Of one run; `Outside` says which of its viewers is what."""
    if kind is Kind.IN_PROCESS:
        return {"cursor": number}
    tabs = int(kind is Kind.TABS)
    return {"tab": tabs, "http": 1, "websocket": number - 1 - tabs}


def _python() -> str:
    return platform.python_version()


def line_of(outcome: Outcome) -> dict[str, Any]:
    return {
        "seed": outcome.plan.seed,
        "kind": outcome.plan.kind,
        "viewers": outcome.plan.viewers,
        "steps": outcome.steps,
        "struck": {fault: count for fault, count in outcome.struck.items() if count},
        "violations": [f"{each.promise}: {each.detail}" for each in outcome.findings.violations],
    }


def line_of_a_broken_run(seed: int, kind: Kind, error: BaseException) -> dict[str, Any]:
    """A run that raises has kept no promise."""
    plan = plan_of(seed, kind)
    sentence = f"the run raised {error!r}"
    return {"seed": seed, "kind": kind, "viewers": plan.viewers, "steps": 0, "struck": {}, "violations": [sentence]}
