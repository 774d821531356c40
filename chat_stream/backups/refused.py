"""The refusal of a backup or a restore."""


class Refused(Exception):
    """The message is a sentence for whoever runs the command."""
