"""A text from the server: a key of the catalogue and its values, translated later into the reader's language."""

import json
from dataclasses import dataclass, field

from chat_stream.texts.catalogue import DEFAULT, catalogue

Value = str | int | float


@dataclass(frozen=True, slots=True, init=False)
class Text:
    key: str
    values: dict[str, Value] = field(default_factory=dict[str, Value])

    def __init__(self, key: str, /, **values: Value) -> None:
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "values", values)

    def saying(self, **values: Value) -> "Text":
        """A copy with further values."""
        return Text(self.key, **self.values, **values)

    def in_language(self, language: str) -> str:
        return catalogue(language).say(self.key, self.values)

    @property
    def sentence(self) -> str:
        """The text in English, for logs and programs."""
        return self.in_language(DEFAULT)

    @property
    def said(self) -> str:
        """As the page is told it, and the database keeps it. A sentence never begins like this, so both may stand in
        one place: the page shows what isn't a text of the catalogue as it is."""
        return json.dumps([self.key, self.values], ensure_ascii=False, separators=(",", ":"))


class Spoken(Exception):
    """An exception with a text for a person. A subclass may have a fixed text."""

    text: Text

    def __init__(self, text: Text | None = None) -> None:
        self.text = text or self.text
        super().__init__(self.text.sentence)

    @property
    def sentence(self) -> str:
        return self.text.sentence

    @property
    def said(self) -> str:
        return self.text.said
