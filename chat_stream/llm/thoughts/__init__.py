"""Thoughts that a server leaves in an answer's text, between marks as `<think>` and `</think>`.

Chunks come in and go out with their text where it belongs. Marks mean something at an answer's beginning only: who
writes about them later, or in code, is shown as written. Nothing of LiteLLM and no server's JSON ever comes in.
"""

from chat_stream.llm.thoughts.marks import WITHOUT_OPENING
from chat_stream.llm.thoughts.sorting import Thoughts
from chat_stream.llm.thoughts.unopened import answer_without_thoughts

UNOPENED_THOUGHTS = WITHOUT_OPENING.pattern
"""The marks that close thoughts without an opening mark, as a pattern that the page understands, too."""

__all__ = ["UNOPENED_THOUGHTS", "Thoughts", "answer_without_thoughts"]
