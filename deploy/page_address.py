"""Lets a built page talk with the address that it was loaded from. Reflex builds a page for one address only.

The addresses are constants of one script, which nothing but a browser runs: they become expressions there.
"""

import gzip
import re
from pathlib import Path

STAND_IN = "http://page-origin.invalid"
"""What Reflex is told while it builds (`REFLEX_API_URL`). No name ends in `.invalid`: RFC 2606."""

_ADDRESS = re.compile(r"""(["'`])(http|ws)://page-origin\.invalid(/[\w-]+)\1""")
_SCRIPTS = "assets/reflex-env*.js"


class Unknown(Exception):
    """Reflex puts addresses elsewhere than the version that this was written for."""


def use_own_address(page: Path) -> None:
    """Replaces the stand-in in a built page.

    Raises:
        Unknown: It isn't where it was in Reflex 0.10.1, in one script alone.
    """
    scripts = list(page.glob(_SCRIPTS))
    if len(scripts) != 1:
        raise Unknown(f"The page has {len(scripts)} scripts {_SCRIPTS} and should have one.")
    text, replaced = _ADDRESS.subn(_expression, scripts[0].read_text())
    scripts[0].write_text(text)
    packed = scripts[0].with_name(f"{scripts[0].name}.gz")
    if packed.exists():
        packed.write_bytes(gzip.compress(text.encode(), mtime=0))
    if not replaced or (left := [str(file) for file in _texts(page) if b"page-origin.invalid" in file.read_bytes()]):
        raise Unknown(f"Addresses of the server are elsewhere than in {scripts[0].name}: {left if replaced else 'where?'}")


def _expression(found: re.Match[str]) -> str:
    """The scheme of a websocket follows the page's: ws for http, wss for https."""
    origin = "location.origin" if found[2] == "http" else 'location.origin.replace("http","ws")'
    return f'{origin}+"{found[3]}"'


def _texts(page: Path) -> list[Path]:
    return [file for ending in ("js", "html", "json", "css") for file in page.rglob(f"*.{ending}")]
