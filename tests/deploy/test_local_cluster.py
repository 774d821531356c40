"""`deploy/local-cluster`, started as a person does and used through its proxy."""

import asyncio
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.support.eventually import eventually
from tests.support.site import PROJECT, Site, free_port, is_answered
from tests.support.socket_page import SocketPage

START_TIMEOUT = 100.0
"""Seconds for PostgreSQL, Redis, two workers and Caddy to start, one after the other."""


class Cluster:
    """The command, its address, and what it says."""

    def __init__(self, folder: Path, site: Site) -> None:
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self._folder = folder
        page = site.server(folder / "site", self.port).folder / "web"
        environment = {**os.environ, "PORT": str(self.port), "CHAT_STREAM_MODELS": "demo"}
        environment |= {"CHAT_STREAM_PAGE_IS_BUILT": "yes", "REFLEX_WEB_WORKDIR": str(page)}
        command = [PROJECT / "deploy" / "local-cluster", folder / "cluster"]
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def log(self, name: str) -> str:
        return (self._folder / "cluster" / f"{name}.log").read_text()

    def end(self) -> str:
        """As Ctrl+C does; returns what it said."""
        self.process.terminate()
        said, _ = self.process.communicate(timeout=60)
        return said.decode()


@pytest.fixture
def cluster(tmp_path_factory: pytest.TempPathFactory, site: Site) -> Iterator[Cluster]:
    folder = tmp_path_factory.mktemp("cluster")
    for above in (folder, *folder.parents):
        if above in Path(tempfile.gettempdir()).parents or above.samefile(tempfile.gettempdir()):
            break
        above.chmod(0o755)  # PostgreSQL runs as somebody else, where root runs the tests
    cluster = Cluster(folder, site)
    yield cluster
    if cluster.process.poll() is None:
        cluster.end()


async def test_two_workers_answer_behind_caddy_and_all_ends_with_the_command(cluster: Cluster):
    await eventually(lambda: _is_there(cluster), within=START_TIMEOUT)
    async with httpx.AsyncClient(base_url=cluster.url, headers={"Origin": cluster.url}) as http:
        person = {"name": "Ada", "email": "ada@example.com", "password": "correct horse battery"}
        assert (await http.post("/api/users", json=person)).status_code == 201
        assert (await http.get("/metrics")).status_code == 404
        assert (await http.get("/health/ready")).status_code == 404
        cookie = "; ".join(f"{name}={value}" for name, value in http.cookies.items())
    async with SocketPage(cluster.port, cluster.url, cookie) as asker:
        chat = await asker.send("c-1", "What can you do?", "demo")
        async with SocketPage(cluster.port, cluster.url, cookie, chat) as watcher:
            await eventually(lambda: _answer(watcher)[1] == "completed", within=60)
            await eventually(lambda: _answer(asker) == _answer(watcher), within=10)
    assert all("worker.started" in cluster.log(name) for name in ("worker-1", "worker-2"))
    said = await asyncio.to_thread(cluster.end)
    assert cluster.url in said
    assert cluster.process.returncode == 143
    assert not is_answered(cluster.url)


def _is_there(cluster: Cluster) -> bool:
    if cluster.process.poll() is not None:
        pytest.fail(cluster.end())
    return is_answered(cluster.url)


def _answer(page: SocketPage) -> tuple[str, str]:
    shown = [each for each in page.store.shown().values() if each.role == "assistant"]
    return (shown[-1].text, shown[-1].status) if shown else ("", "")
