"""The list of chats. Only an entry that changed is rendered again."""

from typing import Any

import reflex as rx

from chat_stream.scripts import script
from chat_stream.state import ChatListState, EntryState, SessionState


def _chat(chat_id: rx.Var[str]) -> list[Any]:
    return [chat_id]


def _words(words: rx.Var[str]) -> list[Any]:
    return [words]


def _reached(view: rx.Var[str], end: rx.Var[str]) -> list[Any]:
    return [view, end]


def _renamed(chat_id: rx.Var[str], title: rx.Var[str]) -> list[Any]:
    return [chat_id, title]


def _switched(chat_id: rx.Var[str], is_on: rx.Var[bool]) -> list[Any]:
    return [chat_id, is_on]


class ChatList(rx.Component):
    """Reads the maps `chats` and `reaches` itself, because it sorts them."""

    library = script("components/chat_list/chat_list.jsx")
    tag = "ChatList"
    lib_dependencies: list[str] = ["@ariakit/react@0.4.40"]

    load: rx.Var[str]
    longest: rx.Var[int]
    notice: rx.Var[str]
    on_further: rx.EventHandler[_reached]
    on_find: rx.EventHandler[_words]
    on_rename: rx.EventHandler[_renamed]
    on_pin: rx.EventHandler[_switched]
    on_archive: rx.EventHandler[_switched]
    on_delete: rx.EventHandler[_chat]
    on_bring_back: rx.EventHandler[_switched]
    on_read: rx.EventHandler[_chat]


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
