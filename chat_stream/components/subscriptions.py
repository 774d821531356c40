"""What this tab follows: its account's list of chats, and the chat it shows."""

import reflex as rx

from chat_stream.object_deltas import Subscription
from chat_stream.state import ChatListState, ChatState, SessionState


def subscriptions() -> rx.Component:
    return rx.fragment(
        Subscription.create(
            name="chats",
            subject=SessionState.account_id,
            load=SessionState.load,
            maps=[ChatListState.chats.name],
            on_follow=ChatListState.follow,
        ),
        Subscription.create(
            name="chat",
            subject=ChatState.opened,
            load=SessionState.load,
            maps=[ChatState.messages.name, ChatState.streaming.name],
            on_follow=ChatState.follow,
        ),
    )
