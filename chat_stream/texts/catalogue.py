"""Loads the catalogue's files on the server, each language when it is first needed."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

FOLDER = Path(__file__).parent
LANGUAGES = {"en": "English", "de": "Deutsch"}
"""The languages, by their own names. `page.js` has the same list."""
DEFAULT = "en"


class Catalogue:
    """The texts in one language."""

    def __init__(self, language: str) -> None:
        # Without direction marks around values: they would appear in mails, logs and the texts that tests compare.
        self._bundle = FluentBundle([language], use_isolating=False)
        for file in sorted(FOLDER.glob(f"*.{language}.ftl")):
            self._bundle.add_resource(FluentResource(file.read_text()))

    def say(self, key: str, values: Mapping[str, Any]) -> str:
        """The text of this key.

        Raises:
            LookupError: There is none.
        """
        message = self._bundle.get_message(key)
        if message.value is None:
            raise LookupError(key)
        said, _ = self._bundle.format_pattern(message.value, dict(values))
        return str(said)


@cache
def catalogue(language: str) -> Catalogue:
    return Catalogue(language)


def language_of(accepted: str, chosen: str = "") -> str:
    """The chosen language, or else the first one that the browser accepts and that we have (RFC 9110, 12.5.4)."""
    if chosen in LANGUAGES:
        return chosen
    tags = sorted((_weighed(part) for part in accepted.split(",")), key=lambda weighed: -weighed[1])
    ours = (tag.partition("-")[0] for tag, weight in tags if weight > 0)
    return next((language for language in ours if language in LANGUAGES), DEFAULT)


def _weighed(part: str) -> tuple[str, float]:
    tag, _, quality = part.partition(";")
    try:
        return tag.strip().lower(), float(quality.partition("=")[2] or 1)
    except ValueError:
        return tag.strip().lower(), 0.0
