"""The letters that stand for somebody where there is little room."""


def initials_of(name: str) -> str:
    """Of the first and the last word: `AL` for Ada King Lovelace."""
    words = [word for word in name.split() if word[0].isalnum()] or name.split() or ["?"]
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()
