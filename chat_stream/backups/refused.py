"""What a backup or a restoration is refused with."""


class Refused(Exception):
    """The message is a sentence for who runs the command."""
