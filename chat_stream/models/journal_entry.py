"""The journal's rows: deltas of attempts that haven't ended, in the order of their commits."""

from sqlmodel import Field, UniqueConstraint

from chat_stream.models.record import Record


class JournalEntry(Record, table=True):
    """One delta; `start` and `end` are positions in code points of the attempt's part."""

    __table_args__ = (UniqueConstraint("attempt_id", "part", "start"),)

    id: int | None = Field(default=None, primary_key=True)
    attempt_id: str = Field(foreign_key="attempts.id", ondelete="CASCADE")
    part: str
    start: int
    end: int
    text: str
