"""Shows refusals of use cases on the page."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Protocol

from chat_stream.accounts import Rejected
from chat_stream.chats import Unacceptable
from chat_stream.models import NotAllowed, NotFound


class ShowsRefusals(Protocol):
    """A state with a notice for refusals."""

    notice: str


@contextmanager
def refusals_shown(state: ShowsRefusals) -> Generator[None]:
    """Turns a refusal in the block into the state's notice. An earlier notice is cleared."""
    state.notice = ""
    try:
        yield
    except (Rejected, NotAllowed, NotFound, Unacceptable) as refused:
        state.notice = refused.said
