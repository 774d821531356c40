"""What can't be taken."""

from chat_stream.texts import Spoken, Text


class Rejected(Spoken):
    """What was entered can't be taken; `field` names the field, and it says why and what to do."""

    def __init__(self, field: str, text: Text) -> None:
        super().__init__(text)
        self.field = field
