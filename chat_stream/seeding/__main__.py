"""`python -m chat_stream.seeding --email ada@example.com --chats 10000`: see `bin/seed`."""

import argparse
import asyncio
import sys

from chat_stream.config import settings
from chat_stream.database import Database
from chat_stream.models import NotFound
from chat_stream.seeding import seed


def main() -> None:
    parser = argparse.ArgumentParser(prog="bin/seed", description="Gives somebody many chats, to try the app with.")
    parser.add_argument("--email", required=True, help="whose chats: somebody who has signed up")
    parser.add_argument("--chats", type=int, default=10_000)
    parser.add_argument("--messages", type=int, default=2, help="in each chat")
    wanted = parser.parse_args()
    try:
        asyncio.run(_seed(wanted.email, wanted.chats, wanted.messages))
    except NotFound:
        sys.exit(f"Nobody here has the address {wanted.email}. Sign up with it first.")


async def _seed(email: str, count: int, messages: int) -> None:
    database = Database(settings().database_url)
    try:
        await seed(database, email, count, messages)
    finally:
        await database.close()


main()
