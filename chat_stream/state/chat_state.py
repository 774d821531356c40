"""The chat that this tab shows: a map from message id to message, and one to streaming content."""

from typing import ClassVar

import reflex as rx

from chat_stream.generation import Unacceptable
from chat_stream.models import NotFound
from chat_stream.object_deltas import ObjectMap
from chat_stream.state.chat_page import BOOKMARK, MESSAGES, STREAMING, ChatPage, MessageEntry, StreamingContent, cursor
from chat_stream.state.composer_state import ComposerState
from chat_stream.state.pump import pump
from chat_stream.state.scope import scope_of
from chat_stream.state.session_state import SIGN_IN
from chat_stream.state.show import show
from chat_stream.worker import worker


class ChatState(rx.State):
    """Only what a settled chat's frame needs is kept here; the page restores it from its address."""

    BOOKMARK: ClassVar = BOOKMARK
    messages: ClassVar[ObjectMap[MessageEntry]] = MESSAGES
    streaming: ClassVar[ObjectMap[StreamingContent]] = STREAMING

    title: str = ""
    is_missing: bool = False

    @rx.event
    async def open(self):
        """On load: the chat in the address, or an empty page for a new one."""
        chat_id = self.router.url.path.removeprefix("/chat/").strip("/")
        composer = await self.get_state(ComposerState)
        try:
            scope = await scope_of(self)
            chat = await worker().conversations.find(scope, chat_id) if chat_id else None
        except NotFound:
            show(self, title="", is_missing=True)
            return
        show(self, title=chat.title if chat else "", is_missing=False)
        composer.prepare(await worker().models_for(scope), chat.model if chat else "")

    @rx.event(background=True, supersedes=True)
    async def follow(self, chat_id: str, revision: int, streams: dict[str, int], run: int):
        """Sends the page what it doesn't have of the chat, until its socket closes or it opens another."""
        page = ChatPage(comes_back=bool(streams))
        try:
            if chat_id:
                scope = await scope_of(self)
                await pump(worker().follow_chat(scope, chat_id, cursor(revision, streams)), page.operations, run)
        except NotFound:
            page.is_gone = True
        return ChatState.lose if page.is_gone else None

    @rx.event
    async def lose(self):
        """What was shown isn't there for this reader any more: a chat was lost, or the session."""
        self.is_missing = True
        try:
            await scope_of(self)
        except NotFound:
            return rx.redirect(SIGN_IN)
        return None

    @rx.event
    async def retry(self, message_id: str):
        """Answers a message again, in place."""
        composer = await self.get_state(ComposerState)
        try:
            await worker().conversations.retry(await scope_of(self), message_id)
        except (NotFound, Unacceptable) as error:
            composer.notice = error.sentence

    @rx.event
    async def stop(self, message_id: str):
        """Ends one answer that is being written."""
        await worker().conversations.stop(await scope_of(self), message_id)

    @rx.event
    async def stop_all(self, chat_id: str):
        """Ends all answers of a chat that are being written."""
        await worker().conversations.stop_all(await scope_of(self), chat_id)
