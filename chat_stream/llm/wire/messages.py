"""Handles whole messages where deltas should be.

Some servers send the whole answer at once, others repeat it at the end, others send the whole answer so far with each
part. So of a message only what goes beyond the text so far counts.
"""

from dataclasses import replace

from chat_stream.llm.chunk import Chunk


class Messages:
    """Follows the chunks of one answer, in order."""

    def __init__(self) -> None:
        self._content: list[str] = []
        self._reasoning: list[str] = []

    def fresh(self, chunk: Chunk) -> Chunk:
        """The chunk without text that was sent before."""
        if chunk.is_message:
            content, reasoning = _beyond(self._content, chunk.content), _beyond(self._reasoning, chunk.reasoning)
            chunk = replace(chunk, content=content, reasoning=reasoning)
        if chunk.content:
            self._content.append(chunk.content)
        if chunk.reasoning:
            self._reasoning.append(chunk.reasoning)
        return chunk


def _beyond(said: list[str], message: str) -> str:
    so_far = "".join(said)
    said[:] = [so_far]
    if message.strip() == so_far.strip():
        return ""
    return message.removeprefix(so_far)
