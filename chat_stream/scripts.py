"""Links the page's scripts into the page: every script and every text that lies in this package.

Reflex compiles what is in `assets/external/`. There each gets a link at the path that it has here, so that scripts
import each other by relative paths, which are right for the page and for every tool that reads the source.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import reflex as rx

PACKAGE = Path(__file__).parent
KINDS = {".js", ".jsx", ".ftl"}
LINKS = Path("assets", "external", PACKAGE.name, Path(__file__).stem)
"""Where Reflex puts what this module links, below the folder that the app runs in."""


def script(path: str) -> str:
    """The import name of a script.

    Args:
        path: Where it lies below `chat_stream/`, as `components/composer/composer.jsx`.

    Raises:
        KeyError: There is no such script.
    """
    return _IMPORT_NAMES[path]


def _link_all() -> dict[str, str]:
    paths = sorted(str(file.relative_to(PACKAGE)) for file in PACKAGE.rglob("*") if file.suffix in KINDS)
    for folder in {LINKS / Path(path).parent for path in paths}:
        folder.mkdir(parents=True, exist_ok=True)
    _remove_all_but(paths)
    return {path: rx.asset(path, shared=True).importable_path for path in paths}


def _remove_all_but(paths: list[str]) -> None:
    """Removes linked files that no longer have a source: otherwise they would be compiled into the page for ever."""
    kept = {LINKS / path for path in paths}
    for file in LINKS.rglob("*"):
        if file.suffix in KINDS and file not in kept:
            file.unlink(missing_ok=True)


with ThreadPoolExecutor(max_workers=1) as _thread:
    # `rx.asset` looks through all frames above its caller. On a thread of its own there are few; amid imports it took
    # a third of a start.
    _IMPORT_NAMES = _thread.submit(_link_all).result()
