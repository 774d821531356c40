"""A Redis server of the tests' own, which keeps nothing on disk."""

import signal
import tempfile
from pathlib import Path
from typing import Self

from redis.asyncio import Redis

from tests.support.servers.program import Process, accepts, program
from tests.support.site import free_port


class RedisServer:
    """Can be killed, paused and started again on the same port."""

    def __init__(self) -> None:
        self.port = free_port()
        self._folder = tempfile.TemporaryDirectory(prefix="chat_stream-redis-")
        options = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", self._folder.name]
        command = [program("redis-server"), "--port", str(self.port), *options]
        self._process = Process(command, Path(self._folder.name) / "log")

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self._folder.cleanup()

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        self._process.start(lambda: accepts(self.port))

    def kill(self) -> None:
        self._process.end(signal.SIGKILL)

    def pause(self) -> None:
        self._process.send(signal.SIGSTOP)

    def resume(self) -> None:
        self._process.send(signal.SIGCONT)

    def client(self) -> Redis:
        return Redis.from_url(self.url)
