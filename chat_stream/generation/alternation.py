"""Turns in the order that strict servers take: user and assistant in alternation, user first and last, none empty.

Many chat templates raise an error for any other order. A chat has others: an answer was stopped before its first word,
failed, or was only thoughts. What a person wrote stays a turn of its own; the answer that is missing is filled in.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from chat_stream.llm import Turn

NO_ANSWER = Turn("assistant", "(No answer was given.)")
"""After a question that nobody answered. The model sees that it isn't asked to answer that one now."""
NO_QUESTION = Turn("user", "(The conversation begins with your message.)")
YOUR_TURN = Turn("user", "(Please go on.)")
BETWEEN = "\n\n"
"""Between two answers that follow one another, which become one turn."""


class Said(NamedTuple):
    """A turn, and the message that it stands for."""

    message_id: str
    turn: Turn


def alternating(said: Iterable[Said]) -> list[Said]:
    """The same turns in alternation. What is filled in stands for the message beside it. None for no turns."""
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
