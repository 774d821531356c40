"""The scripts pass their lint, and their types fit."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "tools" / "page"


def test_the_lint_finds_nothing_in_any_script():
    cache = ("--cache", "--cache-location", f"{TOOLS}/node_modules/.cache/")
    run("eslint", "--config", TOOLS / "eslint.config.mjs", *cache, "--max-warnings", "0", ".")


@pytest.mark.parametrize("project", ["tsconfig.json", "tsconfig.markdown.json", "tsconfig.packages.json"])
def test_the_types_of_all_scripts_fit(project: str):
    run("tsc", "--project", TOOLS / project)


def run(tool: str, *arguments: str | os.PathLike[str]) -> None:
    command = [TOOLS / "node_modules" / ".bin" / tool, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 0, done.stdout + done.stderr
