"""The provider's texts: they contain everything that breaks a careless count or cut."""

import random

PIECES = (
    *("word ", "über ", "naïve ", "東京 ", "день ", "a", "bc", " ", "\n\n", "- item\n", "`code` ", "**bold** "),
    *("🌊", "👩‍🚀", "é", "e\u0301", "\u200d", "\u202e", "<b>", "&amp;", "\\u0041", '"', "\0", "\ud800", "\udc00"),
)
PLAIN = ("word ", "über ", "naïve ", "東京 ", "день ", "river ", "stone ", "light ", "🌊 ", "👩‍🚀 ", "window.\n\n")
"""Words that Markdown shows unchanged, so that a tab's words can be compared."""


def pieces_of(choose: random.Random, count: int, *, is_plain: bool) -> list[str]:
    """`count` pieces; surrogate pairs are sometimes cut in two, as some providers do."""
    pieces: list[str] = []
    while len(pieces) < count:
        if not is_plain and choose.random() < 0.04:
            pieces += ["\ud83c", "\udf0a"]
        else:
            pieces.append(choose.choice(PLAIN if is_plain else PIECES))
    return pieces


def normalized(text: str) -> str:
    """The promised form of a text that no database stores unchanged: whole characters, and U+FFFD for the rest."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\0", "\ufffd")
