"""The sidebar's list of chats."""

from typing import ClassVar

import reflex as rx

from chat_stream.models import NotFound
from chat_stream.state.page.followed import FollowsOfTabs
from chat_stream.state.page.list_page import ARCHIVE, BOOKMARK, CHATS, REACHES, ChatEntry, ListPage, Reach, place
from chat_stream.state.page.pump import pump
from chat_stream.state.scope import scope_of
from chat_stream.state.session_state import SessionState
from chat_stream.streaming import ListFollow
from chat_stream.worker import worker
from reflex_object_deltas import ObjectMap

_FOLLOWS = FollowsOfTabs[ListFollow]()


class ChatListState(rx.State):
    """The entries are in a map on the page. Only changed entries are sent."""

    BOOKMARK: ClassVar = BOOKMARK
    chats: ClassVar[ObjectMap[ChatEntry]] = CHATS
    reaches: ClassVar[ObjectMap[Reach]] = REACHES

    @rx.event(background=True, supersedes=True)
    async def follow(self, account_id: str, revision: int, _streams: dict[str, int], run: int):
        """Sends the page what it lacks of an account's list, until its socket closes.

        If this person no longer belongs to the account, the tab switches to one that they belong to.
        """
        page, tab = ListPage(), self.router.session.client_token
        try:
            watched = worker().follow_list(await scope_of(self, account_id=account_id), revision)
        except NotFound:
            return SessionState.enter
        with _FOLLOWS.held(tab, watched.follow):
            await pump(watched, page.operations, run)
        return SessionState.enter if page.is_gone else None

    @rx.event
    async def reach_further(self, view: str, end: str):
        """Loads older chats, because the list was scrolled to its end or the archive was opened."""
        if follow := self._follow():
            follow.reach_further(place(end), is_archive=view == ARCHIVE)

    @rx.event
    async def find(self, words: str):
        """Loads the chats that match the filter, because the page may not have all of them."""
        if (follow := self._follow()) and words.strip():
            follow.find(words.strip())

    def _follow(self) -> ListFollow | None:
        return _FOLLOWS.of(self.router.session.client_token)
