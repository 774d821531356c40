"""Says in operations what a page lacks of the board: the one loop that an app of yours has to write."""

from collections.abc import Mapping
from itertools import count
from typing import TypedDict

from notes.board import Board, Note
from reflex_object_deltas import ObjectMap, Operation, Outlet
from reflex_object_deltas.operations import append, bookmark, fold, grow


class NoteEntry(TypedDict, total=False):
    """A note as the page shows it."""

    title: str
    text: str
    is_growing: bool


NOTES = ObjectMap("notes", NoteEntry)
BOOKMARK = "board"


async def follow(board: Board, outlet: Outlet, revision: int, ends: Mapping[str, int]) -> None:
    """Sends what a page lacks that has seen `revision`, and has growing texts up to `ends`; then whatever is new."""
    page = Page(revision, dict(ends))
    changed = board.changed  # taken before looking, so that nothing is missed meanwhile
    while await outlet.emit(page.lacks(board)):
        await changed.wait()
        changed = board.changed


class Page:
    """The state of one page: the revision up to which it has seen the board, and how far each growing text goes."""

    def __init__(self, revision: int, ends: dict[str, int]) -> None:
        self._revision = revision
        self._ends = ends
        self._aliases: dict[str, int] = {}
        self._numbers = count()

    def lacks(self, board: Board) -> list[Operation]:
        operations: list[Operation] = []
        for note in list(board.notes.values()):
            if note.revision > self._revision:
                operations += self._changed(note)
            if note.is_growing:
                operations += self._grown(note)
        if board.revision > self._revision:
            self._revision = board.revision
            operations.append(bookmark(BOOKMARK, self._revision))
        return operations

    def _changed(self, note: Note) -> list[Operation]:
        if note.is_deleted:
            return [NOTES.delete(note.key)]
        entry = NoteEntry(title=note.title, is_growing=note.is_growing)
        if note.is_growing:  # its text is on its way
            return [NOTES.set(note.key, entry)]
        stream = _stream_of(note)
        if stream in self._aliases:  # the page has it, but for its last words
            rest = self._grown(note)
            return [*rest, NOTES.set(note.key, entry), fold(self._aliases.pop(stream), NOTES.name, note.key, "text")]
        return [NOTES.set(note.key, {**entry, "text": note.text})]

    def _grown(self, note: Note) -> list[Operation]:
        stream = _stream_of(note)
        start = self._ends.setdefault(stream, 0)
        operations: list[Operation] = []
        if stream not in self._aliases:
            self._aliases[stream] = next(self._numbers)
            operations.append(grow(self._aliases[stream], stream, NOTES.name, note.key, "text", start))
        self._ends[stream] = len(note.text)
        if start < len(note.text):
            operations.append(append(self._aliases[stream], start, len(note.text), note.text[start:]))
        return operations


def _stream_of(note: Note) -> str:
    return f"{note.key}:{note.writing}"
