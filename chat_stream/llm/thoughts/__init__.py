"""Finds thoughts that a server left in an answer's text, between marks such as `<think>` and `</think>`.

Chunks come in, and go out with their text in the right part. Marks count only at the beginning of an answer: an answer
that mentions them later, or in code, is shown as it was written. Nothing of LiteLLM and no server's JSON comes in.
"""

from chat_stream.llm.thoughts.marks import WITHOUT_OPENING
from chat_stream.llm.thoughts.sorting import Thoughts
from chat_stream.llm.thoughts.unopened import answer_without_thoughts

UNOPENED_THOUGHTS = WITHOUT_OPENING.pattern
"""The marks that close thoughts without an opening mark, as a pattern that works on the page, too."""

__all__ = ["UNOPENED_THOUGHTS", "Thoughts", "answer_without_thoughts"]
