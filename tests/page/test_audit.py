"""npm's packages are checked for known holes, and where that can't be done it is said."""

import json
import os
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

ROOT = Path(__file__).parents[2]
AUDIT = ". bin/lib/setup.sh; . bin/lib/page_tools.sh; check_npm_packages"
HOLE = {"title": "A hole", "severity": "high", "vulnerable_versions": "*", "url": "https://example.com/1", "id": 1}


def test_packages_without_a_hole_pass():
    with registry(200, {}) as address:
        assert audited(address).stdout.count("no known hole") == 2


def test_a_known_hole_fails():
    with registry(200, {"eslint": [HOLE]}) as address:
        done = audited(address)
    assert done.returncode == 1
    assert "A hole" in done.stderr


def test_a_registry_that_knows_no_holes_is_said_and_fails_nothing():
    with registry(405, {}) as address:
        done = audited(address)
    assert done.returncode == 0
    assert done.stdout.count("NOT checked") == 2


@pytest.mark.parametrize("lock", ["reflex.lock/package-lock.json", "tools/page/package-lock.json"])
def test_a_lock_names_versions_and_no_registry(lock: str):
    packages = json.loads((ROOT / lock).read_text())["packages"]
    assert packages
    assert not any("resolved" in package for package in packages.values())


def audited(address: str) -> "subprocess.CompletedProcess[str]":
    env = {**os.environ, "NPM_CONFIG_REGISTRY": address}
    # The last word is the command's name, by whose folder setup.sh finds the project.
    command = ["sh", "-c", AUDIT, "bin/scan"]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=60)


@contextmanager
def registry(status: int, holes: dict[str, object]) -> Generator[str]:
    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(json.dumps(holes).encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
