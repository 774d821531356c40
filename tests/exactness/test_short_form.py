"""The short form of `bin/exactness`: every kind of run, fewer of them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.site import PROJECT

LONG = [pytest.mark.slow, pytest.mark.timeout(400)]


@pytest.mark.parametrize(
    ("kind", "first", "runs"),
    [
        ("in process", 4, 15),
        ("sockets", 1, 1),
        pytest.param("in process", 19, 45, marks=LONG),
        pytest.param("sockets", 2, 6, marks=LONG),
        pytest.param("cluster", 0, 4, marks=LONG),
    ],
)
def test_no_promise_is_broken_in_a_few_runs(tmp_path: Path, kind: str, first: int, runs: int):
    """The seeds that run daily have every fault that one process knows. The browser tests watch tabs, and two workers.

    `bin/exactness` has all of them in its mix.
    """
    result = tmp_path / "result.json"
    options = ["--first", str(first), "--runs", str(runs), "--kind", kind, "--lanes", "3", "--result", str(result)]
    command = [sys.executable, "-m", "tests.exactness", *options]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    report = json.loads(result.read_text())
    assert not report["violations"]
    assert report["runs"] == runs, done.stderr[-2000:]
