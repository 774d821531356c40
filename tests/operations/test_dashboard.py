"""The dashboard asks for what is measured, and for all of it."""

import json
import re
from typing import Any

import pytest

from chat_stream.worker import Worker
from tests.support.site import PROJECT

pytestmark = pytest.mark.on_both

DASHBOARD = PROJECT / "deploy" / "grafana" / "chat_stream.json"
OURS = re.compile(r"\b(chat_stream_\w+|process_\w+)")
FOLDED = re.compile("_(bucket|count|sum|created)$")


def asked() -> set[str]:
    dashboard: dict[str, Any] = json.loads(DASHBOARD.read_text())
    expressions = [target["expr"] for panel in dashboard["panels"] for target in panel["targets"]]
    expressions += [variable["query"] for variable in dashboard["templating"]["list"]]
    return {FOLDED.sub("", name) for expression in expressions for name in OURS.findall(expression)}


def measured(worker: Worker) -> set[str]:
    families = list(worker.metrics.registry.collect())
    return {f"{family.name}_total" if family.type == "counter" else family.name for family in families}


async def test_every_expression_asks_for_something_that_is_measured(worker: Worker):
    assert asked() - measured(worker) == set()


async def test_everything_that_is_measured_is_shown(worker: Worker):
    assert {name for name in measured(worker) - asked() if name.startswith("chat_stream_")} == set()
