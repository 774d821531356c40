"""A build of the page is used again as long as it fits, and no longer."""

import os
import subprocess
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from deploy.build import Build
from tests.support.eventually import eventually
from tests.support.site import PROJECT, Site, free_port


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose page was built."""
    for name in ("chat_stream/page.py", "chat_stream/texts/en.ftl", "assets/theme.css", "reflex.lock/package.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    made(Build(tmp_path))
    return tmp_path


def made(build: Build) -> None:
    (build.folder / "assets").mkdir(parents=True, exist_ok=True)
    (build.folder / "assets" / "page.js").write_text("built")
    build.note(build.sources())


def edit(project: Path) -> None:
    (project / "chat_stream" / "page.py").write_text("changed")


def add(project: Path) -> None:
    (project / "chat_stream" / "components.jsx").write_text("new")


def remove(project: Path) -> None:
    (project / "chat_stream" / "texts" / "en.ftl").unlink()


def rename(project: Path) -> None:
    (project / "assets" / "theme.css").rename(project / "assets" / "look.css")


def upgrade(project: Path) -> None:
    (project / "reflex.lock" / "package.json").write_text("newer")


def lose(project: Path) -> None:
    (Build(project).folder / "assets" / "page.js").unlink()


def overwrite(project: Path) -> None:
    """As another build does it, that of the tests for example."""
    (Build(project).folder / "assets" / "page.js").write_text("built for others")


def interrupt(project: Path) -> None:
    Build(project).stamp.write_text('{"sources": "0a')


def test_a_build_fits_the_sources_that_it_was_made_of(project: Path):
    assert Build(project).fits()


@pytest.mark.parametrize("change", [edit, add, remove, rename, upgrade, lose, overwrite, interrupt])
def test_a_build_does_not_fit_after_a_change(project: Path, change: Callable[[Path], None]):
    change(project)
    assert not Build(project).fits()


def test_what_python_and_reflex_leave_among_the_sources_changes_nothing(project: Path):
    for name in ("chat_stream/__pycache__/page.pyc", "assets/external/chat_stream/page.js"):
        (project / name).parent.mkdir(parents=True)
        (project / name).write_text("made")
    assert Build(project).fits()


async def test_bin_start_serves_the_build_that_fits_without_building(site: Site, tmp_path: Path):
    """The tests' own build, which `bin/start` finds where it would have made it."""
    built = site.build / "index.html"
    before = built.stat().st_mtime_ns
    with bin_start(tmp_path) as address:
        async with httpx.AsyncClient(base_url=address, follow_redirects=True) as http:
            await eventually(lambda: answers(http), within=60)
            assert "<html" in (await http.get("/sign-in")).text
    assert built.stat().st_mtime_ns == before


@contextmanager
def bin_start(folder: Path) -> Generator[str]:
    """A server of the tests' build, with its database in the folder."""
    port = free_port()
    database = f"sqlite+aiosqlite:///{folder / 'chat_stream.db'}"
    environment = os.environ | {"PORT": str(port), "DATABASE_URL": database}
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(["bin/start"], cwd=PROJECT, env=environment, stdout=log, stderr=log)
    try:
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(timeout=30)


async def answers(http: httpx.AsyncClient) -> bool:
    try:
        return (await http.get("/health/live")).status_code == 200
    except httpx.TransportError:
        return False
