"""The short form of `bin/exactness`: every kind of run, fewer of them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.site import PROJECT

RUNS = 22


@pytest.mark.timeout(300)
def test_no_promise_is_broken_in_a_few_runs_of_every_kind_without_tabs(tmp_path: Path):
    """The browser tests watch tabs; `bin/exactness` has them in its mix."""
    for kind, runs in (("in process", RUNS), ("sockets", 3)):
        result = tmp_path / f"{kind}.json"
        options = ["--runs", str(runs), "--kind", kind, "--lanes", "3", "--result", str(result)]
        command = [sys.executable, "-m", "tests.exactness", *options]
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
        report = json.loads(result.read_text())
        assert not report["violations"]
        assert report["runs"] == runs, done.stderr[-2000:]
