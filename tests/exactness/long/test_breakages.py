"""Every promise can be broken: a deliberate breakage of the core is caught by the check that stands for it."""

import asyncio
from pathlib import Path

import pytest

from tests.exactness.long.breakages import BREAKAGES, Breakage
from tests.exactness.plan import Fault, Kind, Plan, Planned, Question
from tests.exactness.run_inside import Template, run_inside
from tests.exactness.violations import Promise

pytestmark = pytest.mark.slow

SEED = 1
"""Its troublemaker presses no Retry."""
PATIENCE = 3.0
FAULTS = sorted({breakage.fault for breakage in BREAKAGES if breakage.fault})


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    return asyncio.run(Template.made(tmp_path_factory.mktemp("template")))


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda breakage: breakage.name)
def test_a_breakage_is_caught(breakage: Breakage, template: Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    breakage.apply(monkeypatch)
    outcome = run_inside(plan_with(breakage.fault), template, tmp_path, PATIENCE)
    assert breakage.caught_by in outcome.findings.promises


@pytest.mark.parametrize("fault", [None, *FAULTS])
def test_the_unbroken_core_keeps_its_promises_under_the_same_plan(
    fault: Fault | None, template: Template, tmp_path: Path
):
    outcome = run_inside(plan_with(fault), template, tmp_path, PATIENCE)
    assert not outcome.findings.violations
    assert not fault or outcome.struck[fault]


def test_every_promise_is_shown_to_be_able_to_fail():
    of_several_workers = {Promise.RETURNS}
    assert {breakage.caught_by for breakage in BREAKAGES} == set(Promise) - of_several_workers


def plan_with(fault: Fault | None) -> Plan:
    """One slow answer and two viewers; the fault strikes when half of it is said."""
    faults = (Planned(fault, question=0, at=0.5, viewer=0, seconds=0.5),) if fault else ()
    question = Question(pieces=400, rate=100 if fault is Fault.STOPPED else 400, pause=0, has_reasoning=True)
    return Plan(SEED, Kind.IN_PROCESS, (question,), 2, faults)
