"""What a limit answers with."""


class TooMany(Exception):
    """Refused for now. `sentence` says why and when to try again, `retry_after` the same in seconds."""

    def __init__(self, reason: str, retry_after: float) -> None:
        self.retry_after = max(1, round(retry_after))
        self.sentence = f"{reason} Try again {_when(self.retry_after)}."
        super().__init__(self.sentence)


def _when(seconds: int) -> str:
    if seconds < 5:
        return "in a moment"
    if seconds < 100:
        return f"in {seconds} seconds"
    return f"in {round(seconds / 60)} minutes"
