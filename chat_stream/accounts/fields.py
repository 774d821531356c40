"""Checks and normalises what people enter."""

import re

from chat_stream.accounts.rejected import Rejected
from chat_stream.texts import Text

SHORTEST_PASSWORD = 8
LONGEST_FIELD = 200

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_UNSTORABLE = re.compile("[\0-\x1f\x7f\ud800-\udfff]")


def normalized_email(email: str) -> str:
    return email.strip().lower().encode("utf-8", "replace").decode()


def checked_name(name: str, refusal: str = "refused-name", longest: int = LONGEST_FIELD) -> str:
    """Checks a name. `refusal` is the key of the text for a name that can't be used."""
    name = " ".join(name.split())
    if not name or len(name) > longest or _UNSTORABLE.search(name):
        raise Rejected("name", Text(refusal, longest=longest))
    return name


def checked_email(email: str) -> str:
    email = normalized_email(email)
    if len(email) > LONGEST_FIELD or _UNSTORABLE.search(email) or not _ADDRESS.fullmatch(email):
        raise Rejected("email", Text("refused-email"))
    return email


def checked_password(password: str, field: str = "password") -> str:
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_FIELD or re.search("[\0\ud800-\udfff]", password):
        raise Rejected(field, Text("refused-password"))
    return password
