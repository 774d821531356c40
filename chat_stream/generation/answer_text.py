"""Separates an answer's text from its model's thoughts."""

from chat_stream.llm import answer_without_thoughts
from chat_stream.models import Attempt


def text_of(answer: Attempt) -> str:
    """The answer's text. Empty if it has only thoughts or white space, which is no answer."""
    return said_apart(answer.content, answer.reasoning)


def said_apart(content: str, reasoning: str) -> str:
    """The text in an attempt's stored content and reasoning, without thoughts."""
    text = answer_without_thoughts(content, reasoning)
    return text if text.strip() else ""
