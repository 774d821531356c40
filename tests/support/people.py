"""People who use the app in tests, and viewers who watch for them."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Self

from chat_stream.chats import SentMessage
from chat_stream.models import Branches, Place, Scope, Status
from chat_stream.operations import Watched
from chat_stream.streaming import (
    ChatFollow,
    Cursor,
    Gone,
    Grew,
    MessageChanged,
    MessageView,
    Placed,
    Positions,
    Queued,
    QueuedView,
    Streams,
)
from chat_stream.worker import Worker
from tests.support.eventually import eventually

_numbers = count(1)


@dataclass
class Person:
    """Somebody signed in."""

    worker: Worker
    name: str
    scope: Scope
    token: str

    async def ask(
        self,
        text: str,
        chat_id: str | None = None,
        client_id: str | None = None,
        beside: Sequence[str] = (),
        *,
        at_once: bool = False,
    ) -> SentMessage:
        return await self.worker.stored.messages.send(
            self.scope,
            chat_id=chat_id,
            text=text,
            model="demo",
            beside=beside,
            client_id=client_id or f"client-{next(_numbers)}",
            at_once=at_once,
        )

    def watch(self, chat_id: str, cursor: Cursor = Cursor()) -> "Viewer":
        return Viewer(self, chat_id, cursor)


@dataclass
class Viewer:
    """One viewer's view of a chat, checked with each update: contiguous, and never after the end."""

    person: Person
    chat_id: str
    cursor: Cursor = Cursor()
    messages: dict[str, MessageView] = field(default_factory=dict[str, MessageView])
    texts: dict[str, str] = field(default_factory=dict[str, str])
    streams: dict[str, str] = field(default_factory=dict[str, str])
    places: dict[str, Place] = field(default_factory=dict[str, Place])
    queue: Sequence[tuple[str, str]] = ()
    queued: dict[str, QueuedView] = field(default_factory=dict[str, QueuedView])
    batches: int = 0
    told: int = 0
    is_cut_off: bool = False
    _task: asyncio.Task[None] | None = None
    _watched: Watched[ChatFollow] | None = None

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._follow())
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._task
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        if not self._task.cancelled() and (error := self._task.exception()):
            raise error

    async def _follow(self) -> None:
        self._watched = self.person.worker.follow_chat(self.person.scope, self.chat_id, self.cursor)
        async for batch in self._watched.batches():
            self.batches += 1
            for update in batch:
                self._take(update)

    def reach(self, message_ids: Sequence[str]) -> None:
        """Asks for these messages."""
        assert self._watched
        self._watched.follow.reach(message_ids)

    def _take(self, update: MessageChanged | Placed | Streams | Grew | Queued | Gone) -> None:
        match update:
            case MessageChanged(message, text, _):
                self.told += 1
                self.messages[message.id] = message
                if text is not None:
                    self.texts[message.id] = text
                elif message.attempt_id in self.streams.values() and message.status.is_terminal:
                    self.texts[message.id] = self.streamed(message.attempt_id)
            case Placed(place):
                self.places[place.message_id] = place
            case Streams(message_id, attempt_id, ends):
                self.streams[message_id] = attempt_id
                assert ends.content == len(self.streamed(attempt_id))
            case Grew(delta) if delta.part == "content":
                assert delta.start == len(self.streamed(delta.attempt_id))
                assert delta.end == delta.start + len(delta.text)
                self.texts[delta.attempt_id] = self.streamed(delta.attempt_id) + delta.text
            case Grew():
                pass
            case Queued(_, _, waiting, new):
                self.queue = waiting
                self.queued |= {question.id: question for question in new}
            case Gone():
                self.is_cut_off = True

    def streamed(self, attempt_id: str) -> str:
        return self.texts.get(attempt_id, "")

    @property
    def answer(self) -> MessageView:
        """The newest answer."""
        return [message for message in self.messages.values() if message.role == "assistant"][-1]

    @property
    def branch(self) -> list[str]:
        """The shown branch, from the chat's beginning to its end: questions by their text, answers by theirs."""
        return [self.shown(message_id) for message_id in Branches(self.places.values()).chosen()]

    @property
    def compared(self) -> list[str]:
        """The answers that are shown side by side, by their text."""
        return [self.shown(message_id) for message_id in Branches(self.places.values()).compared()]

    def by(self, model: str) -> MessageView:
        """The newest answer of a model."""
        return [message for message in self.messages.values() if message.asked_model == model][-1]

    async def has(self, model: str, text: str, status: str = Status.COMPLETED) -> None:
        """Waits until the newest answer of a model is this."""
        await eventually(lambda: model in {each.asked_model for each in self.messages.values()})
        await eventually(lambda: (self.shown(self.by(model).id), self.by(model).status) == (text, status))

    def shown(self, message_id: str) -> str:
        return self.texts.get(message_id) or self.streamed(self.messages[message_id].attempt_id)

    @property
    def waiting(self) -> list[str]:
        """The texts of the questions that wait, in their order."""
        return [self.queued[question_id].text for question_id, _ in self.queue]

    @property
    def text(self) -> str:
        """The shown text of the newest answer."""
        return self.shown(self.answer.id)

    def positions(self) -> Mapping[str, Positions]:
        live = [message.attempt_id for message in self.messages.values() if message.attempt_id in self.streams.values()]
        return {attempt_id: Positions(len(self.streamed(attempt_id))) for attempt_id in live}

    def stands(self) -> Cursor:
        """The cursor with which it would come back."""
        assert self._watched
        return Cursor(self._watched.follow.revision, self.positions())

    async def sees(self, text: str, status: str | None = None) -> None:
        """Waits until the newest answer shows exactly this."""
        await eventually(lambda: bool(self.messages) and len(self.messages) > 1 and self.text == text)
        if status:
            await eventually(lambda: self.answer.status == status)


async def sign_up(worker: Worker, name: str) -> Person:
    token = await worker.people.accounts.sign_up(
        name=name, email=f"{name.lower()}@example.com", password="correct horse"
    )
    session_id = await worker.people.accounts.session_id(token)
    assert session_id
    scope = await worker.people.accounts.scope(session_id)
    assert scope
    return Person(worker, name, scope, token)
