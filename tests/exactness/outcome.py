"""The outcome of a run."""

from collections import Counter
from dataclasses import dataclass

from tests.exactness.plan import Fault, Plan
from tests.exactness.violations import Findings


@dataclass(frozen=True, slots=True)
class Outcome:
    """`steps` is how often a viewer's page was looked at."""

    plan: Plan
    findings: Findings
    struck: Counter[Fault]
    steps: int
