"""The rules of branches, by the table of cases that tests the page's half, too."""

import json
from pathlib import Path
from typing import Any

import pytest

from chat_stream.models.branches import Branches, Place, first_that_did_not_fail

CASES = json.loads((Path(__file__).parents[1] / "page" / "branch_cases.json").read_text())


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_a_case_of_branches(case: dict[str, Any]):
    branches = Branches(Place(message_id, *place) for message_id, place in case["places"].items())
    assert branches.chosen() == case["branch"] + case["compared"][:1]
    assert branches.compared() == case["compared"]
    for message_id, versions in case.get("versions", {}).items():
        assert branches.versions(message_id) == versions
    if "followed" in case:
        assert first_that_did_not_fail(case["compared"], case["failed"]) == case["followed"]
