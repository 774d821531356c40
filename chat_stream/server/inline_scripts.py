"""Names the inline scripts of the built pages by their hashes, so that browsers run no other inline script."""

import base64
import hashlib
from html.parser import HTMLParser
from pathlib import Path


class _Scripts(HTMLParser):
    """Collects inline scripts, which have no `src`."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: set[str] = set()
        self._is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_inside = tag == "script" and "src" not in dict(attrs)

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            self.texts.add(data)

    def handle_endtag(self, tag: str) -> None:
        self._is_inside = False


def inline_scripts(pages: Path) -> list[str]:
    """The `script-src` sources that the HTML files of a folder need."""
    scripts = _Scripts()
    for page in sorted(pages.rglob("*.html")):
        scripts.feed(page.read_text())
        scripts.reset()
    return sorted(_source(text) for text in scripts.texts)


def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
