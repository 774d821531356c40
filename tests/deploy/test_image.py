"""The checks of the image that need no Docker daemon: its files, laid out as it has them, start and serve."""

import asyncio
import json
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.support.eventually import eventually
from tests.support.site import PROJECT, Site, free_port, is_answered

FOLDER = PROJECT / "deploy" / "docker"
LINES = (FOLDER / "Dockerfile").read_text().replace("\\\n", "").splitlines()
FINAL = LINES[max(number for number, line in enumerate(LINES) if line.startswith("FROM")) :]
PYPROJECT = (PROJECT / "pyproject.toml").read_text()


def command_of(instruction: str) -> list[str]:
    """The words of the image's CMD or HEALTHCHECK, run by this Python."""
    line = next(line for line in FINAL if line.startswith(instruction))
    words: list[str] = json.loads(line[line.index("[") :])
    assert words[0] == "python"
    return [sys.executable, *words[1:]]


def copied(destination: Path, site: Site) -> None:
    """Copies what the final stage copies. The built page comes from here, and the packages are this Python's."""
    for line in FINAL:
        if line.startswith("COPY") and "--from" not in line:
            *sources, target = line.split()[1:]
            for source in sources:
                at = destination / target / (source if target.endswith("/") else "")
                _copy(PROJECT / source, at)
    shutil.copytree(site.build, destination / ".web" / "build" / "client", copy_function=os.link)
    shutil.copytree(PROJECT / ".web" / "backend", destination / ".web" / "backend")


def _copy(source: Path, target: Path) -> None:
    if source.is_file():
        shutil.copy(source, target)
    else:
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "external"))


@pytest.fixture
def running(site: Site, tmp_path: Path) -> Iterator[dict[str, str]]:
    """A worker of the image, in a folder that nothing may be written to; its environment."""
    app, port = tmp_path / "app", free_port()
    app.mkdir()
    copied(app, site)
    url = f"sqlite+aiosqlite:///{tmp_path / 'data' / 'chat_stream.db'}"
    environment = {"PORT": str(port), "HOST": "127.0.0.1", "DATABASE_URL": url, "PYTHONDONTWRITEBYTECODE": "1"}
    before = written(app)
    migrate = yaml.safe_load((FOLDER / "compose.yaml").read_text())["services"]["migrate"]["command"]
    subprocess.run([sys.executable, *migrate[1:]], cwd=app, env=environment, check=True, capture_output=True)
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(command_of("CMD"), cwd=app, env=environment, stdout=log, stderr=log)
    yield environment
    server.terminate()
    server.wait(timeout=30)
    assert written(app) == before


def written(folder: Path) -> dict[Path, float]:
    return {path: path.stat().st_mtime for path in folder.rglob("*") if stat.S_ISREG(path.stat().st_mode)}


async def test_the_files_of_the_image_serve_and_nothing_is_written_among_them(running: dict[str, str]):
    await eventually(lambda: is_answered(f"http://127.0.0.1:{running['PORT']}/health/ready"), within=60)
    assert is_answered(f"http://127.0.0.1:{running['PORT']}/sign-in")
    await asyncio.to_thread(subprocess.run, command_of("HEALTHCHECK"), env=running, check=True)


def test_the_image_has_a_python_that_the_app_is_for():
    images = {line.split()[1] for line in LINES if line.startswith("FROM")}
    assert len(images) == 1
    version = re.search(r"python:(\d+\.\d+)-", images.pop())
    assert version
    assert f'"Programming Language :: Python :: {version[1]}"' in PYPROJECT


def test_what_the_image_is_built_of_is_not_left_out_by_dockerignore():
    left_out = (PROJECT / ".dockerignore").read_text().splitlines()
    taken = [name for line in LINES if line.startswith("COPY") and "--from" not in line for name in line.split()[1:-1]]
    assert [name for name in taken if name in left_out] == []
    for secret in (".env", "data", "backups", ".git"):
        assert secret in left_out


def test_the_image_is_the_version_that_compose_and_kubernetes_start():
    """Each of the commands that they name is one that the image has."""
    compose = yaml.safe_load((FOLDER / "compose.yaml").read_text())["services"]
    job = next(yaml.safe_load_all((PROJECT / "deploy" / "kubernetes" / "chat_stream.yaml").read_text()))
    container = job["spec"]["template"]["spec"]["containers"][0]
    assert compose["migrate"]["command"] == container["command"] == ["python", "-m", "alembic", "upgrade", "head"]
    assert not {"command", "entrypoint"} & (set(compose["worker-1"]) | set(compose["worker-2"]))
