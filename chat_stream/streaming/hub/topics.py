"""The topics of the hub. A worker receives only the topics that somebody follows there."""


def attempt_topic(attempt_id: str) -> str:
    """Carries the deltas of an attempt and its terminal status."""
    return f"attempt:{attempt_id}"


def fence_topic(attempt_id: str) -> str:
    """Tells the worker that writes an attempt that its fence was taken."""
    return f"fence:{attempt_id}"


def chat_topic(chat_id: str) -> str:
    return f"chat:{chat_id}"


def account_topic(account_id: str) -> str:
    return f"account:{account_id}"


def user_topic(user_id: str) -> str:
    """Says that a user lost access to something."""
    return f"user:{user_id}"
