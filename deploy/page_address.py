"""Lets a built page talk with the address that it was loaded from. Reflex builds a page for one address only.

The addresses are constants of one script, which nothing but a browser runs: they become expressions there.
"""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

STAND_IN = "http://page-origin.invalid"
"""The address that Reflex gets while it builds (`REFLEX_API_URL`). No name ends in `.invalid`: RFC 2606."""

_ADDRESS = re.compile(r"""(["'`])(http|ws)://page-origin\.invalid(/[\w-]+)\1""")
_SCRIPTS = "assets/reflex-env*.js"
_KINDS = ("js", "html", "json", "css")


class UnknownPage(Exception):
    """Addresses aren't where Reflex 0.10.1 puts them: in one script, and nowhere else."""


def use_own_address(page: Path) -> None:
    """Replaces the stand-in in the folder of a built page.

    Raises:
        UnknownPage: The page isn't the kind that this knows.
    """
    scripts = list(page.glob(_SCRIPTS))
    if len(scripts) != 1:
        raise UnknownPage(f"The page has {len(scripts)} scripts {_SCRIPTS} and should have one.")
    text, replaced = _ADDRESS.subn(_expression, scripts[0].read_text())
    _write(scripts[0], text)
    if not replaced:
        raise UnknownPage(f"The script {scripts[0].name} names no address.")
    if left := [file.name for file in _texts(page) if STAND_IN.partition("//")[2] in file.read_text()]:
        raise UnknownPage(f"The server's address stands in {', '.join(left)}, too.")


def _expression(found: re.Match[str]) -> str:
    """The scheme of a websocket follows the page's: ws for http, wss for https."""
    origin = "location.origin" if found[2] == "http" else 'location.origin.replace("http","ws")'
    return f'{origin}+"{found[3]}"'


def _write(script: Path, text: str) -> None:
    script.write_text(text)
    compressed = script.with_name(f"{script.name}.gz")
    if compressed.exists():
        compressed.write_bytes(gzip.compress(text.encode(), mtime=0))


def _texts(page: Path) -> Iterator[Path]:
    return (file for kind in _KINDS for file in page.rglob(f"*.{kind}"))
