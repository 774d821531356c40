"""The short form of `bin/exactness`: every kind of run, fewer of them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.site import PROJECT


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("kind", "first", "runs"), [("in process", 0, 22), ("sockets", 0, 2), ("cluster", 2, 1)])
def test_no_promise_is_broken_in_a_few_runs(tmp_path: Path, kind: str, first: int, runs: int):
    """The browser tests watch tabs; `bin/exactness` has them in its mix."""
    result = tmp_path / "result.json"
    options = ["--first", str(first), "--runs", str(runs), "--kind", kind, "--lanes", "3", "--result", str(result)]
    command = [sys.executable, "-m", "tests.exactness", *options]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    report = json.loads(result.read_text())
    assert not report["violations"]
    assert report["runs"] == runs, done.stderr[-2000:]
