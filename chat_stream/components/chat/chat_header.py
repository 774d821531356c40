"""The header above the conversation."""

import reflex as rx

from chat_stream.components.chat.chat_settings import chat_settings
from chat_stream.components.chat.chat_title import chat_title
from chat_stream.components.counts.counts import chat_total
from chat_stream.components.frame.page_header import page_header
from chat_stream.components.new_chat.temporary import temporary_button
from chat_stream.components.page.route import chat_in_address


def header() -> rx.Component:
    return page_header(_title(), _total(), temporary_button(), chat_settings())


@rx.memo
def _total() -> rx.Component:
    return chat_total(chat_in_address())


@rx.memo
def _title() -> rx.Component:
    return rx.fragment(chat_title())
