"""What changed is told in one place: what a transaction notes, after its commit, and what the journal writes."""

import re
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "chat_stream"
HUB = PACKAGE / "streaming" / "hub"


def test_nobody_publishes_but_the_news():
    """A use case that publishes by hand can forget it, or be early."""
    publishing = {path for path in PACKAGE.rglob("*.py") if re.search(r"hub\.publish\(|\bWake\(\)", path.read_text())}
    assert {path for path in publishing if path.parent != HUB} == set()


def test_a_revision_grows_only_where_it_is_noted():
    """In the verbs of a chat and of an account, and in the statements that end an attempt."""
    growing = {path.stem for path in PACKAGE.rglob("*.py") if re.search(r"revision \+ 1", path.read_text())}
    assert growing == {"chat", "account", "commit"}
