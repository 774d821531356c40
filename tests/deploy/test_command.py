"""`chat-stream` understands its arguments, and explains why it can't start."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from chat_stream import __version__
from chat_stream.command import start
from chat_stream.command.arguments import read
from chat_stream.command.port import why_not
from tests.support.site import PROJECT, free_port


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOST", "PORT", "CHAT_STREAM_PUBLIC_URL", "CHAT_STREAM_DATA", "DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that a program has."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ([], "http://localhost:3000"),
        (["--port", "4000"], "http://localhost:4000"),
        (["--host", "0.0.0.0"], "http://localhost:3000"),
        (["--host", "192.168.1.5"], "http://192.168.1.5:3000"),
        (["--public-url", "https://chat.example.com"], "https://chat.example.com"),
    ],
)
def test_people_reach_it_at_its_port_unless_something_else_is_said(given: list[str], url: str):
    assert read(given).public_url == url


def test_an_option_wins_over_the_variable_of_the_same_meaning(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PORT", "4000")
    monkeypatch.setenv("CHAT_STREAM_PUBLIC_URL", "https://chat.example.com")
    assert (read([]).port, read([]).public_url) == (4000, "https://chat.example.com")
    assert read(["--port", "5000", "--public-url", "http://localhost:5000"]).public_url == "http://localhost:5000"


def test_relative_paths_are_seen_from_where_the_command_is_started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "sqlite+aiosqlite:///chats.db")
    environment = read(["--data", "here"]).environment
    assert environment["CHAT_STREAM_DATA"] == str(tmp_path / "here")
    assert environment["DATABASE_URL"] == f"sqlite+aiosqlite:///{tmp_path}/chats.db"


def test_another_database_stays_what_it_is(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql+asyncpg://db/chats")
    assert "DATABASE_URL" not in read([]).environment


@pytest.mark.parametrize("port", ["0", "65536", "http", "-1", "³"])
def test_a_port_that_is_none_is_named(port: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        read([f"--port={port}"])
    assert f"a port is a number from 1 to 65535; this is '{port}'" in capsys.readouterr().err


def test_a_port_that_another_program_has_is_named(taken: int, tmp_path: Path):
    with pytest.raises(SystemExit, match=f"Port {taken} can't be used: another program has it"):
        start.main(["--port", str(taken), "--data", str(tmp_path)])


def test_an_address_of_another_machine_is_named(tmp_path: Path):
    given = ["--host", "192.0.2.1", "--port", str(free_port()), "--data", str(tmp_path)]
    with pytest.raises(SystemExit, match=r"192\.0\.2\.1 is no address of this machine"):
        start.main(given)


def test_a_folder_that_cant_be_written_is_named(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(SystemExit, match=r"file/data can't be written .* --data <folder>"):
        start.main(["--port", str(free_port()), "--data", str(tmp_path / "file" / "data")])


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        read(["--version"])
    assert capsys.readouterr().out == f"chat_stream {__version__}\n"


def test_the_check_of_a_port_is_also_a_script_without_the_package(taken: int):
    script = [sys.executable, "-I", PROJECT / "chat_stream" / "command" / "port.py"]
    done = subprocess.run([*script, str(taken)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "another program has it\n")
    assert subprocess.run([*script, str(free_port())], check=False).returncode == 0


def test_a_port_below_1024_may_need_more_rights():
    assert why_not(1) in ("", "this user may not")
