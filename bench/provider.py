"""The model of the benchmarks, in a process of its own: `python -m bench.provider`, which prints its port.

It speaks the parts of OpenAI's streaming protocol that are needed.
"""

import asyncio
import heapq
import json
import time
from dataclasses import dataclass, field
from itertools import count

from bench.question import Question

_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
_END = b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'


@dataclass
class Answer:
    """One stream that is being written; `due` is on an absolute schedule, so what comes late doesn't move the rest."""

    writer: asyncio.StreamWriter
    question: Question
    words: list[str]
    amount: int
    began: float = field(default_factory=time.monotonic)
    said: int = 0
    sent_bytes: int = 0

    @property
    def due(self) -> float:
        return self.began + self.question.after + self.said / self.question.rate

    def say(self) -> bool:
        """Writes one token; False when it was the last, or nobody listens."""
        if self.said == self.amount or self.writer.is_closing():
            self._write(_END)
            self.writer.write(b"0\r\n\r\n")
            self.writer.close()
            return False
        text = self.words[self.said] if self.words else self.question.say(self.said)
        part = self.question.part(self.said)
        event = json.dumps({"choices": [{"index": 0, "delta": {part: text}, "finish_reason": None}]})
        self._write(f"data: {event}\n\n".encode())
        self.said += 1
        return True

    def _write(self, data: bytes) -> None:
        self.sent_bytes += len(data)
        self.writer.write(b"%x\r\n%b\r\n" % (len(data), data))


class Provider:
    """All answers, written by one loop: a timer for each would cost more than what is measured."""

    def __init__(self) -> None:
        self._waiting: list[tuple[float, int, Answer]] = []
        self._numbers = count()
        self._all: list[Answer] = []

    async def serve(self) -> None:
        server = await asyncio.start_server(self._answer, "127.0.0.1", 0)
        print(server.sockets[0].getsockname()[1], flush=True)
        while True:
            self._say_what_is_due()
            await asyncio.sleep(0.001)

    def _say_what_is_due(self) -> None:
        now = time.monotonic()
        while self._waiting and self._waiting[0][0] <= now:
            *_, answer = heapq.heappop(self._waiting)
            if answer.say():
                heapq.heappush(self._waiting, (answer.due, next(self._numbers), answer))

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        lengths = [line.split(b":")[1] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")]
        body = await reader.readexactly(int(lengths[0])) if lengths else b""
        if head.startswith(b"POST /v1/chat/completions"):
            self._begin(body, writer)
        elif head.startswith(b"POST /end"):
            self._end_all(writer)
        else:
            _reply(writer, {"object": "list", "data": [{"id": "scripted", "object": "model"}]})

    def _begin(self, body: bytes, writer: asyncio.StreamWriter) -> None:
        question = Question.parse(json.loads(body)["messages"][-1]["content"])
        writer.write(_HEAD)
        answer = Answer(writer, question, question.words(), question.tokens)
        self._all.append(answer)
        heapq.heappush(self._waiting, (answer.due, next(self._numbers), answer))

    def _end_all(self, writer: asyncio.StreamWriter) -> None:
        """Ends what runs, and says how many bytes each answer took."""
        for _, _, answer in self._waiting:
            answer.amount = answer.said
        _reply(writer, [answer.sent_bytes for answer in self._all])


def _reply(writer: asyncio.StreamWriter, value: object) -> None:
    body = json.dumps(value).encode()
    writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
    writer.close()


if __name__ == "__main__":
    asyncio.run(Provider().serve())
