"""Errors that a server reports in a response that began well, in all their forms."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, cast

from chat_stream.llm.wire.delta import field

WORDS = ("message", "msg", "detail", "details", "errors", "error", "error_msg", "error_message", "status_msg", "title")
"""Fields with the message of an error, the most explicit first."""
CODES = ("code", "status_code", "status", "error_code", "reason")
ODD = ("detail", "errors", "message", "msg", "error_msg", "error_message", "base_resp")
"""Fields that mean an error in an object that isn't part of an answer."""
NO_ERROR = ("0", "200", "ok", "success", "none", "null")
LONGEST = 2000
"""The most characters of an error's message that are examined."""


class EventError(Exception):
    """The server reported a failure inside a stream. `code` and `type` are the server's own, or a status. `everything`
    is the whole report, of which the message may be the least useful part."""

    def __init__(self, error: object) -> None:
        super().__init__(_words(error)[:LONGEST])
        self.everything = json.dumps(error, ensure_ascii=False, default=str)[:LONGEST]
        self.code = _first(error, CODES)
        self.type = _first(error, ("type",))


class NoModelError(Exception):
    """The response isn't a model's answer. Holds its beginning."""


def told_error(part: Mapping[str, Any]) -> EventError | None:
    """The error that this part is, or that it contains besides text."""
    if (error := part.get("error")) and not _is_none(error):
        return EventError(_with_code_of(part, error))
    choices = part.get("choices")
    for choice in cast("list[Any]", choices) if isinstance(choices, list) else ():
        if (error := field(choice, "error")) and not _is_none(error):
            return EventError(error)
    if error := field(part.get("x_groq"), "error"):
        return EventError(error)
    return EventError(part) if "error" in (part.get("object"), part.get("type")) else None


def without_ends(part: Mapping[str, Any]) -> Mapping[str, Any]:
    """The part without its finish reason, which isn't true if an error is reported with it."""
    choices = cast("list[Any]", part["choices"]) if isinstance(part["choices"], list) else []
    return {**part, "choices": [{**each, "finish_reason": None} for each in choices if isinstance(each, dict)]}


def last_words(part: Mapping[str, Any]) -> EventError | None:
    """The error in an object without choices, if nothing follows it. Otherwise the object may be just a remark."""
    if "choices" in part or not any(_is_told(part.get(name)) for name in ODD):
        return None
    return EventError(part.get("base_resp") or part)


def _is_told(value: object) -> bool:
    """Whether the value reports an error: a status may mean success, and a message may be the model's."""
    if isinstance(value, dict):
        return bool(_first(cast("dict[str, Any]", value), CODES)) and "role" not in value
    return bool(value)


def _is_none(error: object) -> bool:
    """Whether the error field means "no error": some servers send it with every part."""
    said = cast("dict[str, Any]", error).values() if isinstance(error, dict) else (error,)
    return all(not value or str(value).lower() in NO_ERROR for value in said)


def _with_code_of(part: Mapping[str, Any], error: object) -> object:
    if isinstance(error, str):
        return {"message": error, "code": _first(part, CODES), "type": part.get("type")}
    return cast("object", error) if isinstance(error, dict | list) else part


def _words(error: object) -> str:
    if isinstance(error, str):
        return error
    for name in WORDS:
        if isinstance(words := field(error, name), str) and words:
            return words
    return json.dumps(error, ensure_ascii=False, default=str)


def _first(error: object, names: Sequence[str]) -> Any:
    return next((value for name in names if (value := field(error, name))), None)
