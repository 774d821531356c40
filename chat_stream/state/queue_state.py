"""The waiting questions of the chat that this tab shows."""

from typing import ClassVar

import reflex as rx

from chat_stream.chats import Unacceptable
from chat_stream.models import NotFound
from chat_stream.state.composer_state import ComposerState, Receipt
from chat_stream.state.page.chat_page import QUEUED, QUEUES
from chat_stream.state.page.entries import QueuedEntry, QueueEntry
from chat_stream.state.page.show import show
from chat_stream.state.scope import place_of
from reflex_object_deltas import ObjectMap, emit


class QueueState(rx.State):
    """The chat's follow sends the questions; refusals are shown at the composer."""

    queues: ClassVar[ObjectMap[QueueEntry]] = QUEUES
    queued: ClassVar[ObjectMap[QueuedEntry]] = QUEUED

    @rx.event
    async def send_now(self, question_id: str):
        """Asks a waiting question without waiting any longer."""
        composer, error = await self.get_state(ComposerState), ""
        try:
            at, scope = await place_of(self)
            await at.queue.send_now(scope, question_id)
        except (NotFound, Unacceptable) as refused:
            error = refused.said
        show(composer, notice=error)

    @rx.event
    async def take_back(self, question_id: str):
        """Takes a question back. The page has already put its text into the draft; a receipt says whether it stays
        there."""
        composer, error = await self.get_state(ComposerState), ""
        try:
            at, scope = await place_of(self)
            await at.queue.take_back(scope, question_id)
        except (NotFound, Unacceptable) as refused:
            error = refused.said
        await emit(ComposerState.receipts.set(question_id, Receipt(error=error)))
        show(composer, notice=error)
