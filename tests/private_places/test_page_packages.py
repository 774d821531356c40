"""The parts of the page's packages that are used, tested by Node: each `*.test.mjs` in this folder is one package."""

import subprocess
from pathlib import Path

import pytest

TESTS = sorted(Path(__file__).parent.glob("*.test.mjs"))


@pytest.mark.parametrize("tests", TESTS, ids=[path.name.removesuffix(".test.mjs") for path in TESTS])
def test_a_package_of_the_page(tests: Path):
    run = subprocess.run(["node", "--test", tests], capture_output=True, text=True, check=False, timeout=100)
    assert run.returncode == 0, run.stdout + run.stderr
