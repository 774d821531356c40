"""What can be subscribed to. A worker hears only of the topics that somebody there follows."""


def attempt_topic(attempt_id: str) -> str:
    """The deltas of an attempt, and how it ended."""
    return f"attempt:{attempt_id}"


def fence_topic(attempt_id: str) -> str:
    """That somebody took an attempt's fence, for the worker that writes it."""
    return f"fence:{attempt_id}"


def chat_topic(chat_id: str) -> str:
    return f"chat:{chat_id}"


def account_topic(account_id: str) -> str:
    return f"account:{account_id}"


def user_topic(user_id: str) -> str:
    """That a user may see less than before."""
    return f"user:{user_id}"
