"""The short form of `bin/exactness`: every kind of run, fewer of them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.site import PROJECT

RUNS = 22


@pytest.mark.timeout(300)
def test_no_promise_is_broken_in_a_few_runs_of_every_kind_without_tabs():
    """The browser tests watch tabs; `bin/exactness` has them in its mix."""
    for kind, runs in (("in process", RUNS), ("sockets", 3)):
        command = [sys.executable, "-m", "tests.exactness", "--runs", str(runs), "--kind", kind, "--lanes", "3"]
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
        report = json.loads(Path(PROJECT / "test-results" / "exactness.json").read_text())
        assert not report["violations"]
        assert report["runs"] == runs, done.stderr[-2000:]
