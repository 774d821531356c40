"""What an answer says, apart from what its model thought."""

from chat_stream.llm import answer_without_thoughts
from chat_stream.models import Attempt


def text_of(answer: Attempt) -> str:
    """The answer's text. Empty for one that is only thoughts or white space, and so no answer."""
    return said_apart(answer.content, answer.reasoning)


def said_apart(content: str, reasoning: str) -> str:
    """The same of the texts that an attempt has."""
    text = answer_without_thoughts(content, reasoning)
    return text if text.strip() else ""
