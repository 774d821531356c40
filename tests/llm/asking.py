"""How tests ask a model, and what they get."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field

from chat_stream.llm import Chunk, ProviderError, Request, Turn, Usage, stream


@dataclass
class Answer:
    content: str = ""
    reasoning: str = ""
    usage: Usage | None = None
    finish_reason: str | None = None
    model: str | None = None
    error: ProviderError | None = None
    chunks: list[Chunk] = field(default_factory=list[Chunk])


def ask(question: str = "Hello?", model: str = "openai/scripted", **timeouts: float) -> AsyncGenerator[Chunk]:
    return stream(Request(model, (Turn("user", question),)), **timeouts)


async def answer_of(chunks: AsyncGenerator[Chunk]) -> Answer:
    """The whole answer, and the error that ended it."""
    answer = Answer()
    try:
        async for chunk in chunks:
            _add(answer, chunk)
    except ProviderError as error:
        answer.error = error
    return answer


def _add(answer: Answer, chunk: Chunk) -> None:
    answer.chunks.append(chunk)
    answer.content += chunk.content
    answer.reasoning += chunk.reasoning
    answer.usage = chunk.usage or answer.usage
    answer.finish_reason = chunk.finish_reason or answer.finish_reason
    answer.model = chunk.model or answer.model
