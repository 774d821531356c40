"""Changes are announced in one place."""

import re
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "chat_stream"
HUB = PACKAGE / "streaming" / "hub"


def test_nobody_publishes_but_the_news():
    """A use case that publishes by itself can forget to, or publish before the commit."""
    publishing = {path for path in PACKAGE.rglob("*.py") if re.search(r"hub\.publish\(|\bWake\(\)", path.read_text())}
    assert {path for path in publishing if path.parent != HUB} == set()


def test_a_revision_grows_only_where_it_is_noted():
    """The verbs of chats and accounts note it. The statements that end an attempt are announced by the journal."""
    growing = {path.stem for path in PACKAGE.rglob("*.py") if re.search(r"revision \+ 1", path.read_text())}
    assert growing == {"chat", "account", "commit"}
