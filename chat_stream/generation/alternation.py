"""Orders turns as strict servers require: user and assistant alternate, the user is first and last, none is empty.

Many chat templates raise an error for any other order. Real chats have other orders: an answer was stopped before its
first word, failed, or consisted of thoughts only. Each question stays a turn of its own; a missing answer is filled in.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from chat_stream.llm import Turn

NO_ANSWER = Turn("assistant", "(No answer was given.)")
"""Follows a question that nobody answered. It tells the model that it isn't asked to answer that question now."""
NO_QUESTION = Turn("user", "(The conversation begins with your message.)")
YOUR_TURN = Turn("user", "(Please go on.)")
BETWEEN = "\n\n"
"""Joins two consecutive answers into one turn."""


class Said(NamedTuple):
    """A turn, and the id of the message that it stands for."""

    message_id: str
    turn: Turn


def alternating(said: Iterable[Said]) -> list[Said]:
    """The turns in alternation. A filled-in turn belongs to the message next to it."""
    turns: list[Said] = []
    for each in said:
        if each.turn.content.strip():
            _add(turns, each)
    if turns and turns[-1].turn.role == "assistant":
        turns.append(Said(turns[-1].message_id, YOUR_TURN))
    return turns


def _add(turns: list[Said], each: Said) -> None:
    is_question = each.turn.role == "user"
    if not turns and not is_question:
        turns.append(Said(each.message_id, NO_QUESTION))
    elif turns and turns[-1].turn.role == each.turn.role:
        if not is_question:
            turns.append(_joined(turns.pop(), each))
            return
        turns.append(Said(turns[-1].message_id, NO_ANSWER))
    turns.append(each)


def _joined(before: Said, after: Said) -> Said:
    content = before.turn.content + BETWEEN + after.turn.content
    return Said(before.message_id, replace(before.turn, content=content))
