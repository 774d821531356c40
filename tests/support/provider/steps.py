"""The steps of a script: each plays itself on the reply that is being written."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from .reply import Reply
from .tokens import endless_texts, token_texts


class Step(Protocol):
    async def play(self, reply: Reply) -> None: ...


@dataclass(frozen=True, slots=True)
class Say:
    """One event with this content. Lone surrogates go out as JSON escapes."""

    text: str

    async def play(self, reply: Reply) -> None:
        await reply.say(self.text)


@dataclass(frozen=True, slots=True)
class Reasoning:
    """One event with this reasoning, as DeepSeek, vLLM and others send it."""

    text: str

    async def play(self, reply: Reply) -> None:
        await reply.think(self.text)


@dataclass(frozen=True, slots=True)
class Tokens:
    """`count` events at `rate` a second. The schedule is absolute: what comes late doesn't move the rest."""

    count: int
    rate: float
    seed: int = 0

    async def play(self, reply: Reply) -> None:
        clock = asyncio.get_running_loop().time
        start = clock()
        for index, text in enumerate(token_texts(self.count, self.seed)):
            if (wait := start + index / self.rate - clock()) > 0:
                await asyncio.sleep(wait)
            await reply.say(text)


@dataclass(frozen=True, slots=True)
class TokensUntil:
    """Events at `rate` a second, until the test says that it has seen enough."""

    moment: asyncio.Event
    rate: float
    seed: int = 0

    async def play(self, reply: Reply) -> None:
        for text in endless_texts(self.seed):
            if self.moment.is_set():
                return
            await reply.say(text)
            await asyncio.sleep(1 / self.rate)


@dataclass(frozen=True, slots=True)
class Pause:
    seconds: float

    async def play(self, reply: Reply) -> None:
        await asyncio.sleep(self.seconds)


@dataclass(frozen=True, slots=True)
class Until:
    """Goes on when the test says so."""

    moment: asyncio.Event

    async def play(self, reply: Reply) -> None:
        await self.moment.wait()


@dataclass(frozen=True, slots=True)
class Stall:
    """Holds the connection and says nothing more, until the client goes away."""

    async def play(self, reply: Reply) -> None:
        await asyncio.Event().wait()


@dataclass(frozen=True, slots=True)
class Finish:
    reason: str = "stop"

    async def play(self, reply: Reply) -> None:
        await reply.finish(self.reason)


@dataclass(frozen=True, slots=True)
class Usage:
    """The usage event. It replaces the one with counted words that the end of a script sends by default."""

    prompt_tokens: int
    completion_tokens: int

    async def play(self, reply: Reply) -> None:
        await reply.count(self.prompt_tokens, self.completion_tokens)


@dataclass(frozen=True, slots=True)
class NoUsage:
    """The end of the script brings no usage, even if the client asked."""

    async def play(self, reply: Reply) -> None:
        reply.has_usage = True


@dataclass(frozen=True, slots=True)
class NoDone:
    """The response ends in good order, but without `[DONE]`."""

    async def play(self, reply: Reply) -> None:
        reply.has_done = True


@dataclass(frozen=True, slots=True)
class Raw:
    """These bytes as they are, a text in UTF-8. An event needs its own `data: ` and blank line."""

    content: bytes | str

    async def play(self, reply: Reply) -> None:
        await reply.write(self.content.encode() if isinstance(self.content, str) else self.content)


@dataclass(frozen=True, slots=True)
class Cut:
    """Aborts the TCP connection."""

    async def play(self, reply: Reply) -> None:
        reply.cut()


@dataclass(frozen=True, slots=True)
class CutAtByte:
    """Aborts the TCP connection once this many bytes of the body are out. Stands before what it cuts."""

    position: int

    async def play(self, reply: Reply) -> None:
        reply.cut_at = self.position


@dataclass(frozen=True, slots=True)
class Error:
    """An HTTP error as the first step, an error event in the stream as a later one. Ends the reply."""

    status: int = 500
    body: str | Mapping[str, Any] | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    code: str | None = None
    message: str = "The script says that this fails."

    async def play(self, reply: Reply) -> None:
        await reply.fail(self.status, self._text(), self.headers)

    def _text(self) -> str:
        if isinstance(self.body, str):
            return self.body
        openai_style = {"error": {"message": self.message, "type": "scripted", "code": self.code}}
        return json.dumps(openai_style if self.body is None else self.body)


@dataclass(frozen=True, slots=True)
class InStrictOrder:
    """Refuses a prompt in which user and assistant don't alternate, or one is silent, as vLLM's chat templates do."""

    async def play(self, reply: Reply) -> None:
        messages = [message for message in reply.call.messages if message["role"] != "system"]
        roles = [message["role"] for message in messages]
        is_strict = roles == [("user", "assistant")[index % 2] for index in range(len(roles))] and len(roles) % 2
        if not is_strict or not all(message["content"].strip() for message in messages):
            said = "Conversation roles must alternate user/assistant/user/assistant/..."
            body = {"object": "error", "message": said, "type": "BadRequestError", "param": None, "code": 400}
            await Error(400, body=body).play(reply)
