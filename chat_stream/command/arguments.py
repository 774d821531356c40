"""The arguments of `chat-stream`. Options win over the environment's variables of the same meaning."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from chat_stream import __version__
from chat_stream.command.port import EVERYWHERE, HIGHEST_PORT
from chat_stream.folders import data_folder

ON_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
SQLITE = "sqlite+aiosqlite:///"


@dataclass(frozen=True, slots=True)
class Arguments:
    """Where the server listens, where browsers reach it, and where data is kept."""

    host: str
    port: int
    public_url: str
    data: Path

    @property
    def environment(self) -> dict[str, str]:
        """The settings that follow. Relative paths are the caller's: the server runs in another folder."""
        found = {"CHAT_STREAM_DATA": str(self.data), "CHAT_STREAM_PUBLIC_URL": self.public_url}
        database = os.environ.get("DATABASE_URL", "")
        file = database.removeprefix(SQLITE)
        if database != file and not file.startswith("/"):
            found["DATABASE_URL"] = f"{SQLITE}{Path(file).resolve()}"
        return found


def read(given: Sequence[str] | None = None) -> Arguments:
    """Ends the process with a sentence where an argument can't be used."""
    said = _parser().parse_args(given)
    local = said.host in (*ON_THIS_MACHINE, *EVERYWHERE)
    public_url = said.public_url or f"http://{'localhost' if local else said.host}:{said.port}"
    return Arguments(said.host, said.port, public_url, said.data.expanduser().resolve())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="chat-stream",
        description="Serves chat_stream: people talk with AI models, and no text goes missing.",
        epilog="All other settings are environment variables, such as OPENAI_API_KEY.",
    )
    add, env = parser.add_argument, os.environ.get
    add("--host", default=env("HOST", "127.0.0.1"), help="address to listen on (%(default)s); 0.0.0.0 is all of them")
    add("--port", default=env("PORT", "3000"), type=_port, help="port to listen on (%(default)s)")
    add(
        "--public-url",
        default=env("CHAT_STREAM_PUBLIC_URL"),
        help="address that people open in their browsers (http://localhost:<port>); no other one works",
    )
    add("--data", default=data_folder(), type=Path, help="folder for the database and its key (%(default)s)")
    add("--version", action="version", version=f"chat_stream {__version__}")
    return parser


def _port(said: str) -> int:
    if said.isdecimal() and 0 < int(said) <= HIGHEST_PORT:
        return int(said)
    raise argparse.ArgumentTypeError(f"a port is a number from 1 to {HIGHEST_PORT}; this is '{said}'")
