"""Reads one attempt's text from the database, once."""

from collections.abc import Collection, Sequence

from chat_stream.database import Database
from chat_stream.models import Attempt, NotFound, Scope, read_for
from chat_stream.streaming.delta import Delta, Part, Positions
from chat_stream.streaming.follow.attempt_follow import Progress
from chat_stream.streaming.follow.snapshot import snapshot_of


class Attempts:
    """The use cases of readers outside the page. Each starts from the scope of whoever asks."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, scope: Scope, message_id: str, number: int | None = None) -> Attempt:
        """One of a message's attempts, without its text; the newest if no number is given.

        Raises:
            NotFound: There is no such attempt for this scope.
        """
        async with read_for(self._database, scope) as session:
            return await Attempt.find(session, scope, message_id, number)

    async def read(self, attempt: Attempt, has: Positions, parts: Collection[Part]) -> Progress:
        """The deltas that a reader at these positions lacks.

        Raises:
            NotFound: The attempt was deleted meanwhile.
        """
        snapshot = await snapshot_of(self._database, attempt.id, has)
        if snapshot is None:
            raise NotFound
        deltas = tuple(delta for part in parts if (delta := _joined(snapshot.deltas, part, has.of(part))))
        for delta in deltas:
            has = has.at(delta.part, delta.end)
        return Progress(deltas, has, snapshot.status.is_terminal)


def _joined(deltas: Sequence[Delta], part: Part, start: int) -> Delta | None:
    """Joins the deltas from `start` on into one, because folding the journal forgets how the text was cut into
    deltas."""
    pieces = [delta for delta in deltas if delta.part == part]
    if not pieces:
        return None
    first, last = pieces[0], pieces[-1]
    text = "".join(piece.text for piece in pieces)[start - first.start :]
    return Delta(first.attempt_id, part, start, last.end, text)
