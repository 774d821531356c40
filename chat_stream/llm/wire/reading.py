"""The state of reading an answer: which chunks belong to it, whether it is over, and its usage."""

from collections.abc import Iterable
from dataclasses import replace

from chat_stream.llm.chunk import Chunk, Usage, joined, newest
from chat_stream.llm.errors import ErrorKind, ProviderError
from chat_stream.llm.sentences import sentence
from chat_stream.llm.wire.end import End
from chat_stream.llm.wire.finish import FAILURES, Finish
from chat_stream.llm.wire.first_choice import FirstChoice
from chat_stream.llm.wire.messages import Messages

LONGEST_AFTERTHOUGHT = 10.0
"""Seconds that a finished answer may take to deliver its usage."""


class Reading:
    """The reading of one answer. After `rest`, `is_whole` tells whether the model has said all that it wanted to
    say."""

    def __init__(self, model: str) -> None:
        self.model = model
        self.has_begun = False
        self.has_text = False
        self.is_whole = False
        self.shortfall: ErrorKind | None = None
        self._choice = FirstChoice()
        self._messages = Messages()
        self._end = End()
        self._usage: Usage | None = None
        self._told: Finish | None = None

    @property
    def is_complete(self) -> bool:
        """Whether nothing of the answer can be missing, whatever goes wrong now."""
        has_answer = self.has_text or self.shortfall is not None
        return has_answer and self._end.is_certain and self._end.finish not in (None, *FAILURES)

    def taken(self, chunks: Iterable[Chunk]) -> Chunk:
        """The content that these chunks add to the answer."""
        return self._added([own for chunk in chunks for own in self._choice.own(chunk)])

    def rest(self, *, is_over: bool) -> Chunk:
        """The content that was held back to the end. `is_over` says that the response ended normally."""
        chunk = self._added(self._choice.rest())
        is_ended = self._end.is_certain or (is_over and self._end.is_plausible)
        self.is_whole = is_ended and self._end.finish not in (Finish.CUT, *FAILURES)
        return replace(chunk, finish_reason=self._end.finish) if is_ended and self._told is None else chunk

    @property
    def is_over(self) -> bool:
        """Whether no more text is expected."""
        return self._end.is_afterthought

    def patience(self, stall_timeout: float) -> float:
        """Seconds to wait for more."""
        return min(stall_timeout, LONGEST_AFTERTHOUGHT) if self.is_over else stall_timeout

    def out_of_patience(self) -> ProviderError:
        return self._failed(ErrorKind.STALLED if self.has_begun else ErrorKind.NO_ANSWER)

    def check(self) -> None:
        """Raises if the response is over but the answer isn't complete."""
        if self._end.finish and (kind := FAILURES.get(self._end.finish)):
            raise self._failed(kind)
        if self.shortfall:
            raise self._failed(self.shortfall)
        if not self.has_text:
            raise self._failed(ErrorKind.EMPTY)
        if not self._end.is_plausible:
            raise self._failed(ErrorKind.CUT_OFF)

    def _added(self, chunks: list[Chunk]) -> Chunk:
        fresh = [self._messages.fresh(chunk) for chunk in chunks]
        for chunk in fresh:
            self._note(chunk)
        return self._with_what_is_known(joined(fresh))

    def _note(self, chunk: Chunk) -> None:
        self.has_begun = self.has_begun or not chunk.is_empty
        self.has_text = self.has_text or chunk.has_text
        self.shortfall = self.shortfall or chunk.shortfall
        self._end.note(chunk)
        self._usage = newest((self._usage, chunk.usage)) if chunk.usage else self._usage

    def _with_what_is_known(self, chunk: Chunk) -> Chunk:
        """The chunk with a finish reason only if that is certain, and with the latest counts."""
        finish = self._end.finish if self._end.is_certain else None
        if not (chunk.usage or chunk.finish_reason or finish is not self._told):
            return chunk
        self._told = finish
        return replace(chunk, usage=chunk.usage and self._usage, finish_reason=finish)

    def _failed(self, kind: ErrorKind) -> ProviderError:
        return ProviderError(kind, sentence(kind, self.model), may_have_been_served=True)
