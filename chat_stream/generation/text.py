"""What a person may send, and the title it gives a chat."""

import re

LIMIT = 100_000
"""Characters in one message."""
TOO_LONG = f"This message has {{length}} characters; {LIMIT:,} are the most. Shorten it and send again."
TITLE_LIMIT = 60
LONGEST_TITLE = 200
"""Characters of a title that a person gives."""

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


class Unacceptable(Exception):
    """The request can't be carried out as it is; `sentence` says why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def checked(text: str) -> str:
    """The text as it will be stored.

    Raises:
        Unacceptable: It is blank, too long, or holds what no database stores.
    """
    if not text.strip():
        raise Unacceptable("There is nothing to send yet.")
    if len(text) > LIMIT:
        raise Unacceptable(TOO_LONG.format(length=f"{len(text):,}"))
    if found := _UNSTORABLE.search(text):
        raise Unacceptable(
            f"This message holds a character that can't be stored (U+{ord(found[0]):04X}). Remove it and send again."
        )
    return text


def checked_title(title: str) -> str:
    """The title as it will be stored, in one line.

    Raises:
        Unacceptable: It is blank, too long, or holds what no database stores.
    """
    title = " ".join(title.split())
    if not title or len(title) > LONGEST_TITLE or _UNSTORABLE.search(title):
        raise Unacceptable(f"Enter a title, up to {LONGEST_TITLE} characters.")
    return title


def title_of(text: str) -> str:
    """The first words of a text, up to the end of a line."""
    line = " ".join(text.strip().splitlines()[0].split())
    if len(line) <= TITLE_LIMIT:
        return line
    return line[:TITLE_LIMIT].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"
