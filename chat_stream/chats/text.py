"""Checks messages, and the titles that chats get from them."""

import re

from chat_stream.texts import Spoken, Text

LIMIT = 100_000
"""The most characters of a message."""
TITLE_LIMIT = 60
LONGEST_TITLE = 200
"""The most characters of a title that a person enters."""

UNSTORABLE = re.compile("[\0\ud800-\udfff]")


class Unacceptable(Spoken):
    """The request can't be carried out as it is. The text says why and what to do."""


def checked(text: str) -> str:
    """The text as it will be stored.

    Raises:
        Unacceptable: It is blank, too long, or holds what no database stores.
    """
    if not text.strip():
        raise Unacceptable(Text("composer-nothing"))
    if len(text) > LIMIT:
        raise Unacceptable(Text("composer-too-long", length=len(text), limit=LIMIT))
    if found := UNSTORABLE.search(text):
        raise Unacceptable(Text("composer-unstorable", code=f"{ord(found[0]):04X}"))
    return text


def checked_title(title: str) -> str:
    """The title as it will be stored, in one line.

    Raises:
        Unacceptable: It is blank, too long, or holds what no database stores.
    """
    title = " ".join(title.split())
    if not title or len(title) > LONGEST_TITLE or UNSTORABLE.search(title):
        raise Unacceptable(Text("refused-title", longest=LONGEST_TITLE))
    return title


def title_of(text: str) -> str:
    """The first words of a text, up to the end of a line."""
    line = " ".join(text.strip().splitlines()[0].split())
    if len(line) <= TITLE_LIMIT:
        return line
    return line[:TITLE_LIMIT].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"
