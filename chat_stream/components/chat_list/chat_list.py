"""The list of chats: only an entry that changed is rendered again."""

from typing import Any

import reflex as rx

from chat_stream.scripts import script
from chat_stream.state import ChatListState, EntryState, SessionState


def _one(first: rx.Var[str]) -> list[Any]:
    return [first]


def _two(first: rx.Var[str], second: rx.Var[Any]) -> list[Any]:
    return [first, second]


class ChatList(rx.Component):
    """Reads the maps `chats` and `reaches` itself, because it puts them in order."""

    library = script("components/chat_list/chat_list.jsx")
    tag = "ChatList"
    lib_dependencies: list[str] = ["@ariakit/react@0.4.40"]

    load: rx.Var[str]
    longest: rx.Var[int]
    notice: rx.Var[str]
    on_further: rx.EventHandler[_two]
    on_find: rx.EventHandler[_one]
    on_rename: rx.EventHandler[_two]
    on_pin: rx.EventHandler[_two]
    on_archive: rx.EventHandler[_two]
    on_delete: rx.EventHandler[_one]
    on_bring_back: rx.EventHandler[_two]
    on_read: rx.EventHandler[_one]


@rx.memo
def chat_list() -> rx.Component:
    return ChatList.create(
        load=SessionState.load,
        longest=EntryState.LONGEST_TITLE,
        notice=EntryState.notice,
        on_further=ChatListState.reach_further,
        on_find=ChatListState.find,
        on_rename=EntryState.rename,
        on_pin=EntryState.pin,
        on_archive=EntryState.archive,
        on_delete=EntryState.delete,
        on_bring_back=EntryState.bring_back,
        on_read=EntryState.read,
    )
