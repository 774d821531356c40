"""Finds the title in a model's answer to the request for one.

Models are told to write only the title. Some explain it, put it in quotation marks, label it "Title:", make it a
heading, a list or a JSON object, or answer the question instead. Where no title is found, the chat keeps its first
words.
"""

import html
import json
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, cast

from chat_stream.chats.text import Unacceptable, checked_title, title_of

MOST_WORDS = 14
"""The most words of a title. A longer sentence is an answer or an explanation."""

_THOUGHT = r"(?:think\w*|thoughts?|reasoning)"
_THOUGHTS = re.compile(rf"<{_THOUGHT}>.*?(?:</{_THOUGHT}>|\Z)|\A.*</{_THOUGHT}>", re.IGNORECASE | re.DOTALL)
_TAG = r"(?:title|h[1-6]|p|b|i|em|strong|u|span|div|br|code|html|body|head|li|[uo]l|a|mark|small)"
_TAGS = re.compile(rf"</?{_TAG}\b[^<>]*>", re.IGNORECASE)
_FENCE = re.compile(r"(?:```|~~~)\w*\n?")
_TITLE_IN_JSON = re.compile(r"""["'](?:\w+_)?title["']\s*:\s*["']((?:[^"'\\]|\\.)+)""", re.IGNORECASE)
_LABEL = re.compile(
    r"^[*_]*(?:(?:chat|conversation|suggested|final|short)\s+)?"
    r"(?:title|titel|titre|t[íi]tulo|titolo|tytuł|название|заголовок|标题|標題|タイトル|제목)[*_]*\s*[:：][*_]*\s*",
    re.IGNORECASE,
)
_PREAMBLE = re.compile(
    r"^(?:(?:sure|of course|certainly|okay|ok|gerne|natürlich)\b[^:：.!]*[.!:：,]\s*)?"
    r"(?:(?:here(?:'s|’s| is| are)|hier (?:ist|sind|wäre))\b[^:：]*[:：])?",
    re.IGNORECASE,
)
_MARKER = re.compile(r"^(?:[-+•–—*>]|#{1,6})\s+|^\d{1,2}[.)]\s+(?=.*\n)")
_REFUSAL = re.compile(
    r"^(?:(?:i(?:'|’)m|i am) sorry|sorry,|i (?:can(?:'|’)?t|cannot|won(?:'|’)t)\b|as an ai\b|(?:es )?tut mir leid|"
    r"leider kann ich|ich kann\b.*\bnicht\b)",
    re.IGNORECASE,
)
_PAIRS = (
    *('""', "''", "``", "**", "__", "“”", "””", "„“", "„”", "‘’", "‚‘", "«»", "»«", "‹›"),
    *("「」", "『』", "《》", "〈〉", "【】", "＂＂", "()", "[]"),
)
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:(?:\w\.)+|(?:etc|vs|inc|ltd|co|jr|sr|dr|no|usw|bzw|nr)\.)$", re.IGNORECASE)
_SENTENCES = re.compile(r"[.!?]\s+\S.*[.!?]$|[。！？].*[。！？]$")
_SENTENCE = re.compile(r"[.!?。！？]$")
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Invisible characters that would change the direction of what follows them, even in the list of chats."""


def title_of_answer(said: str) -> str:
    """The title, in one line. Empty if there is none."""
    text = _THOUGHTS.sub("", said)
    text = _in_json(text) or text
    text = html.unescape(_TAGS.sub("\n", _FENCE.sub("", text)))
    titles = map(_bare, _candidates(text))
    return _checked(next((title for title in titles if any(map(str.isalnum, title))), ""))


def _checked(title: str) -> str:
    is_sentence = len(title.split()) > MOST_WORDS and _SENTENCE.search(title)
    if is_sentence or _REFUSAL.search(title) or _SENTENCES.search(title):
        return ""
    with suppress(Unacceptable):
        return title_of(checked_title(_without_stop(title)))
    return ""


def _in_json(text: str) -> str:
    """The title in a JSON object or list, even if it was cut off."""
    start = re.search(r"[{\[]", text)
    if start is None:
        return ""
    with suppress(ValueError):
        return _string_in(json.JSONDecoder().raw_decode(text, start.start())[0])
    if found := _TITLE_IN_JSON.search(text):
        with suppress(ValueError):
            return str(json.loads(f'"{found[1]}"'))
        return found[1]
    return ""


def _string_in(value: Any) -> str:
    """The first text in a JSON value. In an object, a field that is called a title is preferred."""
    if isinstance(value, dict):
        fields = cast("dict[str, Any]", value)
        value = [each for name, each in fields.items() if "title" in name.lower()] or list(fields.values())
    if isinstance(value, list):
        return next((text for each in cast("list[Any]", value) if (text := _string_in(each))), "")
    return value if isinstance(value, str) else ""


def _candidates(text: str) -> Iterator[str]:
    """The lines that may be a title, without introductions and list markers."""
    lines = [line for line in (_plain(line) for line in text.splitlines()) if line]
    for line, is_last in zip(lines, [*[False] * (len(lines) - 1), True], strict=False):
        bare = _PREAMBLE.sub("", line).strip()
        if bare and (is_last or not bare.endswith((":", "："))):
            yield _MARKER.sub("", bare if is_last else f"{bare}\n").strip()


def _plain(line: str) -> str:
    """Removes invisible characters."""
    shown = (" " if unicodedata.category(character) == "Cc" else character for character in line)
    return "".join(character for character in shown if character not in _TURNING).strip()


def _bare(title: str) -> str:
    """Removes labels, and the marks that enclose the whole title."""
    before = None
    while title != before:
        before = title
        title = _without_half(_LABEL.sub("", title.strip().lstrip("#").strip()))
        title = next((title[1:-1] for pair in _PAIRS if _stands_in(title, pair)), title)
    return title


def _stands_in(title: str, pair: str) -> bool:
    inside = title[1:-1]
    return len(title) > 2 and title[0] == pair[0] and title[-1] == pair[1] and not set(pair) & set(inside.strip(pair))


def _without_half(title: str) -> str:
    """Removes the full stop after a closing mark, and an opening mark whose counterpart was cut off."""
    if len(title) > 3 and title[-1] in ".。" and title[-2] in '"”“»*`」':
        return title[:-1]
    is_half = title[:1] in tuple('"“„«*`「') and not set('"”“»*`」') & set(title[1:])
    return title[1:] if is_half else title


def _without_stop(title: str) -> str:
    if title.endswith(("...", "…")) or _ABBREVIATION.search(title):
        return title
    return re.sub(r"[.。．।]$", "", title).rstrip()
