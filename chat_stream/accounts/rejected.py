"""The refusal of what people enter."""

from chat_stream.texts import Spoken, Text


class Rejected(Spoken):
    """A refused entry. `field` names the field; the text says why and what to do."""

    def __init__(self, field: str, text: Text) -> None:
        super().__init__(text)
        self.field = field
