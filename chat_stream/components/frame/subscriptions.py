"""The follows of this tab: its account's list of chats, and the chat in its address."""

import reflex as rx

from chat_stream.components.page.route import chat_in_address
from chat_stream.state import ChatListState, ChatState, QueueState, SessionState
from reflex_object_deltas import Subscription


@rx.memo
def subscriptions() -> rx.Component:
    return rx.fragment(
        Subscription.create(
            name=ChatListState.BOOKMARK,
            subject=SessionState.account_id,
            load=SessionState.load,
            maps=[ChatListState.chats.name, ChatListState.reaches.name],
            on_follow=ChatListState.follow,
        ),
        Subscription.create(
            name=ChatState.BOOKMARK,
            subject=chat_in_address(),
            load=SessionState.load + ChatState.missing,  # a chat that was missing and came back is followed again
            maps=[
                *(ChatState.messages.name, ChatState.places.name, ChatState.streaming.name),
                *(QueueState.queues.name, QueueState.queued.name),
            ],
            on_follow=ChatState.follow,
        ),
    )
