"""The answer of a limit."""

from chat_stream.texts import Spoken, Text


class TooMany(Spoken):
    """Refused for now. The text says why and when to try again; `retry_after` is the same in seconds.

    Args:
        reason: What there was too much of, in a text that also says when to try again.
    """

    def __init__(self, reason: Text, retry_after: float) -> None:
        self.retry_after = max(1, round(retry_after))
        super().__init__(reason.saying(**_wait(self.retry_after)))


def _wait(seconds: int) -> dict[str, str | int]:
    if seconds < 5:
        return {"wait": "moment", "amount": seconds}
    if seconds < 100:
        return {"wait": "seconds", "amount": seconds}
    return {"wait": "minutes", "amount": round(seconds / 60)}
