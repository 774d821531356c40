"""The first steps of several scenes."""

from chat_stream.database import Database
from chat_stream.seeding import seed
from tests.screens.stage import Stage
from tests.support.provider import Finish, Say
from tests.support.visitor import Tab

EARLIER = (
    "Names for a grey cat",
    "Why is the sky dark at night?",
    "A letter to the landlord",
    "Rye bread without yeast",
)


async def earlier_chats(stage: Stage, tab: Tab) -> None:
    for question in EARLIER:
        stage.provider.on(question, Say("Gladly."), Finish())
        await tab.open()
        await ask(tab, question)
    await tab.open()


async def seeded(stage: Stage, email: str, *, chats: int = 1, messages: int = 2) -> None:
    database = Database(stage.server.database_url)
    await seed(database, email, chats, messages)
    await database.close()


async def ask(tab: Tab, question: str) -> None:
    await tab.ask(question)
    await tab.shows_status("completed")
