"""One call to a provider. It is repeated only if the server refused a part of the request, and then without that
part."""

from collections.abc import AsyncGenerator
from contextlib import aclosing

from chat_stream.llm.answer import open_answer
from chat_stream.llm.chunk import Chunk
from chat_stream.llm.network.pausing_network import OnRead
from chat_stream.llm.refusals import Refusals, refused_by
from chat_stream.llm.request import Request

NOTHING: frozenset[str] = frozenset()

refusals = Refusals()


async def answer_to(request: Request, on_read: OnRead) -> AsyncGenerator[list[Chunk]]:
    """The chunks of the answer, in lists of those that arrived together.

    Args:
        on_read: Is called for whatever arrives from the server.
    """
    refused = refusals.of(request)
    while True:
        early: list[Chunk] = []
        has_begun = False
        try:
            async with aclosing(await open_answer(request, on_read, refused)) as reads:
                async for chunks in reads:
                    early += chunks
                    if not has_begun and not all(chunk.is_empty for chunk in chunks):
                        has_begun = True
                        refusals.remember(request, refused)
                    if has_begun:
                        yield early
                        early = []
            if early:
                yield early
            return
        except Exception as failure:
            more = NOTHING if has_begun else refused_by(failure, request, refused)
            if not more:
                raise
        refused |= more
