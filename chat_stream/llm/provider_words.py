"""A provider's own words about a failure, for classifying it and for showing them to whoever asked.

A server may repeat what it was sent. What is shown has no keys and is short, plain text; it never gets into a log.
"""

import json
import os
import re
from collections.abc import Iterator
from typing import Any

import httpx

from chat_stream.llm.catalogue.providers import PROVIDERS
from chat_stream.llm.credentials import Credentials
from chat_stream.llm.errors import ProviderError
from chat_stream.llm.wire.told_errors import NoModelError

LONGEST = 2000
"""The most characters that are shown."""
LONGEST_READ = 20_000
"""The most characters that are examined."""
SHORTEST_KEY = 6
"""The fewest characters of a key. Shorter values may be words such as `none`."""
BLOT = "•••"

NAMES = r"authori[sz]ation|api[_-]?key|access[_-]?key|token|secret|password|signature|cookie|[?&]key|[?&]sig"
SCHEMES = r"(?:bearer|basic|token)\s+"
SECRET = re.compile(
    rf"""(?<=://)[^/@\s"'<>]+(?=@)                                      # who signs in by an address
    | (?P<name>(?i:bearer)\s+|[Bb]asic\s+(?=\S*[\d=]))[\w.~+/=*-]{{4,}}  # what an Authorization header has
    | (?P<named>(?i:{NAMES})["'\\]{{0,3}}\s*[=:]\s*["'\\]{{0,3}}(?i:{SCHEMES})?)[^\s"'\\&,;<>}}\])]{{6,}}
    | \b(?:sk|rk|pk)[-_][\w*.-]{{6,}}                                  # a key of one of the many providers
    | \b(?:xai|gsk|key|hf|pplx|nvapi|fw|r8|tgp|csk|glpat|ghp|gho)[-_](?=[\w-]{{0,40}}\d)[\w*.-]{{8,}}
    | \bAIza[\w*-]{{8,}} | \bAKIA\w{{8,}} | \bya29\.[\w.-]+ | \beyJ[\w-]{{8,}}[\w.-]*
    | \b(?=\w*[A-Za-z])(?=(?:\w*?\d){{2}})\w{{24,}}                     # long, of letters and digits: no word
    """,
    re.VERBOSE,
)
UNSEEN = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""Control characters, direction marks, and characters that no database stores."""


def shown_words(failure: BaseException, credentials: Credentials | None = None) -> str:
    """The words for a person; empty if the provider sent none."""
    said = "\n".join(dict.fromkeys(_own_words(failure)))
    words = _redacted(UNSEEN.sub("", said[:LONGEST_READ]), credentials)
    words = "\n".join(line.rstrip() for line in words.splitlines() if line.strip())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"


def all_words(failure: BaseException) -> str:
    """All messages about the failure, for classifying it."""
    said = (*_own_words(failure), *(str(error) for error in causes(failure)))
    return "\n".join(dict.fromkeys(said))[:LONGEST_READ]


def first_status(failure: BaseException) -> int | None:
    """The first HTTP status in the chain of causes."""
    for error in causes(failure):
        status = getattr(error, "status_code", None)
        if isinstance(status, int):
            return status
    return None


def causes(failure: BaseException) -> Iterator[BaseException]:
    """The failure and its causes, up to those of an earlier request, which were handled already."""
    seen: set[int] = set()
    error: BaseException | None = failure
    while error is not None and id(error) not in seen and not isinstance(error, ProviderError):
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _own_words(failure: BaseException) -> Iterator[str]:
    """The body of a response, or an event of a stream."""
    for error in causes(failure):
        if said := str(error) if isinstance(error, NoModelError) else getattr(error, "everything", "") or _body(error):
            yield _unescaped(str(said))


def _body(error: Any) -> str:
    """The body, unless LiteLLM made it up: the responses that it attaches to its errors have no content type."""
    response = getattr(error, "response", None)
    if not isinstance(response, httpx.Response) or not response.headers.get("content-type"):
        return ""
    try:
        return response.text.strip()
    except httpx.ResponseNotRead:
        return ""


def _unescaped(words: str) -> str:
    """JSON without escapes, which are hard to read and could hide a key."""
    try:
        return json.dumps(json.loads(words), ensure_ascii=False)
    except ValueError:
        return words


def _redacted(words: str, credentials: Credentials | None) -> str:
    for key in sorted(_keys(credentials), key=len, reverse=True):
        words = words.replace(key, BLOT)
    return SECRET.sub(lambda found: (found["name"] or found["named"] or "") + BLOT, words)


def _keys(credentials: Credentials | None) -> set[str]:
    names = (name for provider in PROVIDERS for name in provider.keys)
    keys = {credentials.key if credentials else "", *(os.environ.get(name, "") for name in names)}
    return {key for key in keys if len(key) >= SHORTEST_KEY}
