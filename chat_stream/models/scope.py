"""The scope says who is asking. It is the first argument of every use case."""

from dataclasses import dataclass

from chat_stream.texts import Spoken, Text


@dataclass(frozen=True, slots=True)
class Scope:
    """The signed-in user, and the account they act in, as proved by a grant: a session or an API token."""

    user_id: str
    account_id: str
    grant_id: str


class NotFound(Spoken):
    """The object doesn't exist, or the asker can't see it. Nobody learns which."""

    text = Text("not-found")


class Deleted(NotFound):
    """The object was deleted, and the asker could see it before."""


class Revoked(NotFound):
    """The asker's scope was valid before, but isn't any more."""
