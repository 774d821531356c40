"""What a use case refuses is said on the page."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Protocol

from chat_stream.accounts import Rejected
from chat_stream.chats import Unacceptable
from chat_stream.models import NotAllowed, NotFound


class Noticing(Protocol):
    """A state with a sentence for what was refused."""

    notice: str


@contextmanager
def noticing(state: Noticing) -> Generator[None]:
    """A refusal inside of it becomes the state's notice; an earlier notice goes."""
    state.notice = ""
    try:
        yield
    except (Rejected, NotAllowed, NotFound, Unacceptable) as refused:
        state.notice = refused.said
