"""A model inside the process, for tests of what stands behind the provider client: it says what a test tells it."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncGenerator

from chat_stream.llm import Chunk, ProviderError, Request


class ScriptedModel:
    """Answers the next calls with what was `say`d, until `finish`, `fail` or the caller's cancellation."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.cancelled = 0
        self.closed = 0
        self.said = ""
        self._queue: asyncio.Queue[Chunk | ProviderError | None] = asyncio.Queue()

    def say(self, *texts: str) -> None:
        for text in texts:
            self.said += text
            self._queue.put_nowait(Chunk(content=text))

    def think(self, text: str) -> None:
        self._queue.put_nowait(Chunk(reasoning=text))

    def add(self, chunk: Chunk) -> None:
        self._queue.put_nowait(chunk)

    def finish(self) -> None:
        self._queue.put_nowait(None)

    def fail(self, error: ProviderError) -> None:
        self._queue.put_nowait(error)

    async def stream(self, request: Request) -> AsyncGenerator[Chunk]:
        self.requests.append(request)
        try:
            while (step := await self._queue.get()) is not None:
                if isinstance(step, ProviderError):
                    raise step
                yield step
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        finally:
            self.closed += 1


class ScriptedModels:
    """Several of them, by their names: what one says, the others don't."""

    def __init__(self) -> None:
        self._models = defaultdict[str, ScriptedModel](ScriptedModel)

    def __getitem__(self, name: str) -> ScriptedModel:
        return self._models[name]

    def stream(self, request: Request) -> AsyncGenerator[Chunk]:
        return self[request.model].stream(request)
