"""The suggestions of an empty chat, as an installation sets them."""

import json
from typing import Any, cast

from chat_stream.texts import LANGUAGES

ANY_LANGUAGE = "*"
LONGEST, MOST = 200, 8
_HINT = f"""must be texts such as ["Write a letter"], or by language such as {{"en": ["Write a letter"], "de": [\
"Schreibe einen Brief"]}}: at most {MOST}, of at most {LONGEST} characters"""


def read_beginnings(said: str) -> dict[str, list[str]]:
    """The texts by language. Nothing said is an empty dict, for the app's own; an empty list is none at all.

    Raises:
        ValueError: It says something else.
    """
    if not said.strip():
        return {}
    try:
        given: Any = json.loads(said)
    except json.JSONDecodeError:
        raise ValueError(_HINT) from None
    by_language = cast("dict[str, Any]", given if isinstance(given, dict) else {ANY_LANGUAGE: given})
    if not all(language in {ANY_LANGUAGE, *LANGUAGES} and _are_texts(texts) for language, texts in by_language.items()):
        raise ValueError(_HINT)
    return by_language


def _are_texts(given: Any) -> bool:
    texts = cast("list[Any]", given) if isinstance(given, list) else []
    return isinstance(given, list) and len(texts) <= MOST and all(map(_is_text, texts))


def _is_text(text: Any) -> bool:
    return isinstance(text, str) and bool(text.strip()) and len(text) <= LONGEST
