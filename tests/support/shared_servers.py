"""Servers by their settings: the first test that needs some has one started, the others find it running."""

from collections.abc import Callable
from pathlib import Path

from tests.support.site import Server, Site


class SharedServers:
    """Each in a folder of its own. What differs in nothing but the settings is never started twice."""

    def __init__(self, site: Site, settings: dict[str, str], folder: Callable[[str], Path]) -> None:
        self._site = site
        self._settings = settings
        self._folder = folder
        self._servers: dict[frozenset[tuple[str, str]], Server] = {}

    def running(self, **settings: str) -> Server:
        """The server with these settings beside the common ones. One that a test has ended is started again."""
        key = frozenset(settings.items())
        if key not in self._servers:
            self._servers[key] = self._site.server(self._folder("server"), **{**self._settings, **settings})
        server = self._servers[key]
        if server.process is None:
            server.start()
        return server

    def kill(self) -> None:
        for server in self._servers.values():
            server.kill()
