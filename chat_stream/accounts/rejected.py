"""What can't be taken."""


class Rejected(Exception):
    """What was entered can't be taken; `field` names the field, `sentence` says why and what to do."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
        self.sentence = sentence
