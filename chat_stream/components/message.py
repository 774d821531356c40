"""One message. It reads its own entries of the maps, so a delta for it renders nothing else."""

import reflex as rx

from chat_stream.components.answer_actions import answer_actions
from chat_stream.components.author import author
from chat_stream.components.markdown import Markdown
from chat_stream.components.message_state import message_state
from chat_stream.components.question import question
from chat_stream.components.reasoning import reasoning
from chat_stream.state import ChatState


@rx.memo
def message(rest: rx.RestProp, message_id: rx.Var[str]) -> rx.Component:
    stored = ChatState.messages[message_id]
    streaming = ChatState.streaming[message_id]
    text = rx.cond(streaming.content, streaming.content, stored.text)
    status = rx.cond(streaming.content | streaming.reasoning, "streaming", stored.status)
    is_live = (status == "pending") | (status == "streaming")
    return rx.el.article(
        rest,
        rx.match(
            stored.role,
            ("user", rx.fragment(author(stored), question(message_id, text))),
            (
                "assistant",
                rx.fragment(
                    reasoning(
                        message_id,
                        rx.cond(streaming.reasoning, streaming.reasoning, stored.reasoning),
                        is_answered=text,
                        is_live=is_live,
                        stored=stored,
                    ),
                    rx.el.div(
                        Markdown.create(text=text, is_streaming=status == "streaming"),
                        custom_attrs={"data-message-body": ""},
                    ),
                    message_state(message_id, status, stored),
                    answer_actions(message_id, text, is_written=~is_live, stored=stored),
                ),
            ),
            rx.el.p("Loading…", class_name="thinking"),  # of another branch, of which the page hasn't got everything
        ),
        custom_attrs={"data-message-id": message_id, "data-role": stored.role, "data-status": status},
        class_name="message",
    )
