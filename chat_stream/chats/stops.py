"""The use cases that end answers being written. Their text so far stays."""

from sqlmodel import col, update

from chat_stream.database import Database
from chat_stream.generation import Runner
from chat_stream.models import Attempt, Chat, Ending, Message, Scope, Status, read_for
from chat_stream.models.attempt import LIVE
from chat_stream.streaming import News
from chat_stream.streaming.journal.commit import conclude
from chat_stream.telemetry import traced


class Stops:
    """The use cases. Each starts from the scope of whoever asks."""

    def __init__(self, database: Database, news: News, runner: Runner) -> None:
        self._database = database
        self._news = news
        self._runner = runner

    @traced("stop")
    async def stop(self, scope: Scope, message_id: str) -> None:
        """Ends an answer that is being written. Its text so far stays.

        Raises:
            NotFound: There is no such message for this scope.
        """
        async with read_for(self._database, scope) as session:
            message = await Message.find(session, scope, message_id)
        if message.attempt_id:
            await self.end(message.attempt_id, message.chat_id)

    async def stop_all(self, scope: Scope, chat_id: str) -> None:
        """Ends all answers of a chat that are being written. The chat's queue then waits until a person resumes it.

        Raises:
            NotFound: There is no such chat for this scope.
        """
        ended: set[str] = set()
        while live := await self._written_in(scope, chat_id) - ended:  # the queue may have begun another one meanwhile
            for attempt_id in live:
                await self.end(attempt_id, chat_id)
            ended |= live

    async def _written_in(self, scope: Scope, chat_id: str) -> set[str]:
        async with read_for(self._database, scope) as session:
            chat = await Chat.find(session, scope, chat_id)
            return set(await Attempt.live_in(session, chat.id))

    async def end(self, attempt_id: str, chat_id: str) -> None:
        """Stops an attempt on whichever worker it runs. The caller has checked that this is allowed."""
        if self._runner.stop(attempt_id):
            return
        # Another worker writes it, or none does. Taking its fence ends it either way.
        taken = (
            update(Attempt)
            .where(col(Attempt.id) == attempt_id, col(Attempt.status).in_(LIVE))
            .values(fence=Attempt.fence + 1)
            .returning(col(Attempt.id))
        )
        async with self._database.write_rows() as connection:
            if (await connection.execute(taken)).first():
                await conclude(connection, {attempt_id: Ending(Status.STOPPED)})
        self._news.chat(chat_id)
        self._news.fence(attempt_id)
