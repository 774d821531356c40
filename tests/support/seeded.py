"""A chat that is long already."""

from sqlmodel import col, update

from chat_stream.database import Database
from chat_stream.models import Chat
from chat_stream.seeding import seed
from tests.support.site import Server
from tests.support.visitor import Visitor


async def seed_chat(server: Server, visitor: Visitor, messages: int) -> None:
    """Gives the visitor, who has none, a chat of so many messages, which the scripted model goes on with."""
    database = Database(server.database_url)
    await seed(database, visitor.email, 1, messages)
    async with database.write() as session:
        await session.exec(update(Chat).where(col(Chat.revision) == messages).values(model="openai/scripted"))
    await database.close()
