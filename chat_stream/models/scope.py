"""Who is asking: the first argument of every use case."""

from dataclasses import dataclass

from chat_stream.texts import Spoken, Text


@dataclass(frozen=True, slots=True)
class Scope:
    """The signed-in user and the account they act in, as a grant proves it: a session, or an API token."""

    user_id: str
    account_id: str
    grant_id: str


class NotFound(Spoken):
    """It doesn't exist, or isn't the asker's to see: nobody learns which."""

    text = Text("not-found")


class Deleted(NotFound):
    """It was the asker's to see, and was deleted."""


class Revoked(NotFound):
    """The asker's scope held once and doesn't any more."""
