"""Whether an answer is over, according to its provider: `[DONE]` ends it, but a finish reason doesn't always.

Some proxies send a finish reason with each chunk, where it means nothing. So a finish reason counts only if text came
without one before, or if it comes alone. Text after a finish reason shows that it wasn't the end.
"""

from chat_stream.llm.chunk import Chunk
from chat_stream.llm.wire.finish import Finish, stronger


class End:
    """Follows the chunks of one answer, in order."""

    def __init__(self) -> None:
        self.finish: Finish | None = None
        self.is_done = False
        self._comes_with_text = False
        self._came_without = False
        self._came_too_early = False
        self._stands_alone = False

    def note(self, chunk: Chunk) -> None:
        finish = Finish(chunk.finish_reason) if chunk.finish_reason else None
        self.is_done = self.is_done or chunk.is_last
        if chunk.has_text:
            self._came_too_early = self._came_too_early or self.finish is not None
            self._came_without = self._came_without or (bool(chunk.content) and finish is None)
            self._comes_with_text = self._comes_with_text or finish is not None
            self._stands_alone = False
            self.finish = finish
        elif finish:
            self._stands_alone = True
            self.finish = stronger(self.finish, finish)

    @property
    def is_certain(self) -> bool:
        """Whether nothing can be missing, even if the connection breaks now."""
        makes_a_difference = self._came_without or (self._stands_alone and not self._comes_with_text)
        return self.is_done or (self.is_plausible and makes_a_difference)

    @property
    def is_plausible(self) -> bool:
        """Whether the response may end normally here."""
        return self.is_done or (self.finish is not None and not self._came_too_early)

    @property
    def is_afterthought(self) -> bool:
        """Whether no more text is expected, but perhaps counts."""
        return self.is_certain and self._stands_alone
