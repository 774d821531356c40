"""People's writes begin with `write_for`, which checks the scope. All other writers are listed here."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "chat_stream"
BARE = {"write", "write_rows"}
OWN = {"database.database", "models.grant"}
"""The modules that define the transactions and `write_for`."""

WITHOUT_A_SCOPE = {
    # Whoever signs in has no scope yet; whoever signs out proves it by the token.
    "accounts.accounts.Accounts.sign_up",
    "accounts.accounts.Accounts.sign_in",
    "accounts.accounts.Accounts.sign_out",
    "accounts.accounts.Accounts.choose_password",
    "accounts.accounts.Accounts._record_failure",
    "accounts.openid.OpenId.finish",
    # That a grant was used, recorded while it is looked up.
    "accounts.sessions.Sessions._record_use",
    "accounts.api_tokens.ApiTokens.scope",
    # The machine's own work.
    "streaming.journal.commit.commit",
    "streaming.journal.lease.Leases.sweep",
    "streaming.journal.lease.Leases._extend",
    "chats.stops.Stops.end",
    "chats.queue.Queue._advance",
    "chats.titles.Titles._claim",
    "chats.titles.Titles._give",
    "operations.cleanup.Cleanup.clean_if_due",
    "operations.cleanup.Cleanup._repeat",
    "seeding.chats.seed",
    # A database in memory, in which nobody is until a temporary chat puts them there.
    "chats.temporary.TemporaryChats.open",
    "chats.temporary.TemporaryChats.begin",
    "chats.temporary.TemporaryChats.erase",
}


def test_only_these_write_without_asking_whether_a_scope_holds():
    assert set(_all_writers()) == WITHOUT_A_SCOPE


@pytest.mark.parametrize(
    "body",
    [
        "async with self._database.write() as session:\n  pass",
        "with suppress(E):\n  async with a, database.write_rows() as rows:\n   pass",
    ],
)
def test_a_new_one_is_found_by_its_name(body: str):
    lines = "\n".join(f"  {line}" for line in body.splitlines())
    source = f"class Chats:\n async def rename(self):\n{lines}"
    assert list(writers(ast.parse(source), "chats.chats")) == ["chats.chats.Chats.rename"]


def test_nobody_asks_by_hand_whether_a_scope_holds():
    """A check by hand would be forgotten silently."""
    asking = [path for path in PACKAGE.rglob("*.py") if "authorize(session" in path.read_text()]
    assert [_module(path) for path in asking] == ["models.grant"]


def _all_writers() -> Iterator[str]:
    for path in PACKAGE.rglob("*.py"):
        if (module := _module(path)) not in OWN:
            yield from writers(ast.parse(path.read_text()), module)


def _module(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


def writers(node: ast.AST, name: str) -> Iterator[str]:
    """The full names of the functions in which a transaction is begun without a scope."""
    for child in ast.iter_child_nodes(node):
        is_named = isinstance(child, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
        yield from writers(child, f"{name}.{child.name}" if is_named else name)
        if isinstance(child, ast.Call) and isinstance(child.func, ast.Attribute) and child.func.attr in BARE:
            yield from [] if child.args else [name]
