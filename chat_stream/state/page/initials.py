"""The initials that stand for a person where there is little room."""


def initials_of(name: str) -> str:
    """The first letters of the first and the last word: `AL` for Ada King Lovelace."""
    words = [word for word in name.split() if word[0].isalnum()] or name.split() or ["?"]
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()
