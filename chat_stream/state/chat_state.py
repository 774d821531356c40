"""The chat that this tab shows: a map of its messages, and a map of streaming content."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import ClassVar, TypeVar

import reflex as rx

from chat_stream.chats import TEMPORARY, ChatService, Unacceptable, is_temporary
from chat_stream.models import NotFound, Parameters, Scope
from chat_stream.state.composer_state import ComposerState, show_models
from chat_stream.state.page.chat_page import (
    BOOKMARK,
    MESSAGES,
    PLACES,
    STREAMING,
    TOTALS,
    ChatPage,
    cursor,
)
from chat_stream.state.page.entries import CountsEntry, MessageEntry, PlaceEntry, StreamingContent
from chat_stream.state.page.followed import FollowsOfTabs
from chat_stream.state.page.pump import pump
from chat_stream.state.page.show import show
from chat_stream.state.parameters_state import ParametersState, show_parameters
from chat_stream.state.scope import chat_in_address, place_of, scope_of
from chat_stream.state.session_state import ENDED, SessionState, entered, way_out
from chat_stream.streaming import MESSAGES_A_PAGE, ChatFollow
from chat_stream.texts import Text
from chat_stream.worker import worker
from reflex_object_deltas import ObjectMap

LOSSES: dict[str, str] = {
    "deleted": Text("lost-deleted").said,
    "revoked": Text("lost-revoked").said,
    "temporary": Text("lost-temporary").said,
}


_Done = TypeVar("_Done")
_FOLLOWS = FollowsOfTabs[ChatFollow]()


class ChatState(rx.State):
    """Holds only what the frame of a settled chat needs; the page restores the rest from its address.

    `missing` is the id of a chat that doesn't exist or can't be seen any more. The page may be showing another chat
    already.
    """

    BOOKMARK: ClassVar = BOOKMARK
    PAGE: ClassVar = MESSAGES_A_PAGE
    TEMPORARY: ClassVar = TEMPORARY
    messages: ClassVar[ObjectMap[MessageEntry]] = MESSAGES
    places: ClassVar[ObjectMap[PlaceEntry]] = PLACES
    streaming: ClassVar[ObjectMap[StreamingContent]] = STREAMING
    totals: ClassVar[ObjectMap[CountsEntry]] = TOTALS

    title: str = ""
    missing: str = ""
    loss: str = ""

    @rx.event
    async def open(self):
        """On load: who is signed in, and the chat in the address, or an empty page for a new one."""
        chat_id, session = chat_in_address(self), await self.get_state(SessionState)
        try:
            scope = await entered(session)
        except NotFound:
            return rx.redirect(await way_out(session))
        try:
            chat = await worker().where(scope, chat_id).messages.find(scope, chat_id) if chat_id else None
        except NotFound:
            show(self, title="", missing=chat_id, loss=LOSSES["temporary"] if is_temporary(chat_id) else "")
            return None
        show(self, title=chat.title if chat else "", missing="", loss="")
        # Parameters of a temporary chat exist only on the page, because a state may be stored in Redis.
        parameters = chat.parameters if chat and not is_temporary(chat_id) else Parameters()
        show_parameters(await self.get_state(ParametersState), chat_id, parameters)
        await show_models(await self.get_state(ComposerState), scope, chat.models if chat else ())
        return None

    @rx.event(background=True, supersedes=True)
    async def follow(self, chat_id: str, revision: int, streams: dict[str, int], run: int):
        """Sends the page what it lacks of the chat, until its socket closes or it opens another chat."""
        page, tab = ChatPage(revision, comes_back=bool(streams)), self.router.session.client_token
        try:
            if chat_id:
                scope = await scope_of(self, chat_id=chat_id)
                watched = worker().follow_chat(scope, chat_id, cursor(revision, streams))
                async with worker().temporary.shown(chat_id, tab, int(run)):
                    with _FOLLOWS.held(tab, watched.follow):
                        await pump(watched, page.operations, run)
                    if page.is_gone:  # the user signed out, or lost access
                        await worker().temporary.erase(chat_id)
        except NotFound:
            page.is_gone = True
        loss = "temporary" if is_temporary(chat_id) else page.loss
        return ChatState.lose(loss, chat_id) if page.is_gone else None

    @rx.event
    async def reach(self, message_ids: list[str]):
        """Loads messages that the page shows but doesn't have. They come through `follow`."""
        if follow := _FOLLOWS.of(self.router.session.client_token):
            follow.reach([str(message_id) for message_id in message_ids])

    @rx.event
    async def lose(self, loss: str = "", chat_id: str = ""):
        """Handles the loss of the shown chat, or of the session."""
        try:
            await scope_of(self)
        except NotFound:
            return rx.redirect(ENDED)
        show(self, missing=chat_id, loss=LOSSES.get(loss, ""))
        return SessionState.enter

    @rx.event
    async def retry(self, message_id: str):
        """Answers a message again, in its place."""
        await self._ask(lambda at, scope: at.messages.retry(scope, message_id))

    @rx.event
    async def go_on(self, message_id: str):
        """Continues an answer that ended before it was complete."""
        await self._ask(lambda at, scope: at.messages.go_on(scope, message_id))

    @rx.event
    async def regenerate(self, message_id: str, model: str = ""):
        """Answers a question once more. The earlier answers stay."""
        await self._ask(lambda at, scope: at.versions.regenerate(scope, message_id, model))

    @rx.event
    async def choose(self, message_id: str):
        """Shows this version of a message, in every tab."""
        await self._ask(lambda at, scope: at.versions.choose(scope, message_id))

    @rx.event
    async def go_on_with(self, message_id: str):
        """Ends a comparison: chooses this answer, and its model for the answers to come."""
        if model := await self._ask(lambda at, scope: at.versions.go_on_with(scope, message_id)):
            show(await self.get_state(ComposerState), model=model, beside=[])

    async def _ask(self, use_case: Callable[[ChatService, Scope], Awaitable[_Done]]) -> _Done | None:
        """Calls a use case, and shows a refusal at the composer."""
        composer = await self.get_state(ComposerState)
        try:
            at, scope = await place_of(self)
            done = await use_case(at, scope)
        except (NotFound, Unacceptable) as error:
            show(composer, notice=error.said)
            return None
        show(composer, notice="")
        return done

    @rx.event
    async def stop(self, message_id: str):
        """Ends one answer that is being written."""
        with suppress(NotFound):  # it was deleted while it was shown
            at, scope = await place_of(self)
            await at.stops.stop(scope, message_id)

    @rx.event
    async def stop_all(self, chat_id: str):
        """Ends all answers of a chat that are being written."""
        with suppress(NotFound):
            at, scope = await place_of(self, chat_id=chat_id)
            await at.stops.stop_all(scope, chat_id)
